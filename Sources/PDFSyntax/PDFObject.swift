// SPDX-License-Identifier: GPL-3.0-or-later
internal import CQPDF
internal import Glibc
public import Groundwork

/// An object of a `PDFFile`. What is asked of an object of the wrong type gives `nil` or the null object, so that a damaged file can be
/// read to its end.
public final class PDFObject {
    let handle: qpdf_oh
    let file: PDFFile

    init(_ handle: qpdf_oh, of file: PDFFile) {
        self.handle = handle
        self.file = file
    }

    deinit { qpdf_oh_release(file.data, handle) }

    /// Whether it is a dictionary.
    public var isDictionary: Bool { qpdf_oh_is_dictionary(file.data, handle) != 0 }
    /// Whether it is an array.
    public var isArray: Bool { qpdf_oh_is_array(file.data, handle) != 0 }
    /// Whether it is a stream.
    public var isStream: Bool { qpdf_oh_is_stream(file.data, handle) != 0 }
    /// Whether it is null or absent.
    public var isNull: Bool { qpdf_oh_is_null(file.data, handle) != 0 }
    /// Whether it is a text or byte string.
    private var isString: Bool { qpdf_oh_is_string(file.data, handle) != 0 }
    /// Whether it is referred to by number.
    public var isIndirect: Bool { qpdf_oh_is_indirect(file.data, handle) != 0 }
    /// Its number; 0 for a direct object.
    public var number: Int { isIndirect ? Int(qpdf_oh_get_object_id(file.data, handle)) : 0 }

    /// Its value as a whole number.
    public var integer: Int? {
        guard qpdf_oh_is_integer(file.data, handle) != 0 else { return nil }
        return Int(qpdf_oh_get_int_value(file.data, handle))
    }
    /// Its value as a number.
    public var real: Double? {
        guard qpdf_oh_is_number(file.data, handle) != 0 else { return nil }
        return qpdf_oh_get_numeric_value(file.data, handle)
    }
    /// Its value as a truth value.
    public var boolean: Bool? {
        guard qpdf_oh_is_bool(file.data, handle) != 0 else { return nil }
        return qpdf_oh_get_bool_value(file.data, handle) != 0
    }
    /// Its value as a name, without the `/`.
    public var name: String? {
        guard qpdf_oh_is_name(file.data, handle) != 0, let text = qpdf_oh_get_name(file.data, handle) else {
            return nil
        }
        return String(String(cString: text).dropFirst())
    }
    /// Its value as a text string.
    public var text: String? {
        guard isString, let text = qpdf_oh_get_utf8_value(file.data, handle) else { return nil }
        return String(cString: text)
    }

    /// The value of `key` of a dictionary or of a stream's dictionary.
    public subscript(_ key: String) -> PDFObject {
        guard isDictionary || isStream else { return PDFObject(qpdf_oh_new_null(file.data), of: file) }
        let dictionary = dictionary
        return PDFObject(qpdf_oh_get_key(file.data, dictionary.handle, "/" + key), of: file)
    }

    /// How many items an array has; 0 for anything else.
    public var count: Int { isArray ? Int(qpdf_oh_get_array_n_items(file.data, handle)) : 0 }

    /// The item at `index` of an array.
    public subscript(_ index: Int) -> PDFObject {
        guard index >= 0, index < count else { return PDFObject(qpdf_oh_new_null(file.data), of: file) }
        return PDFObject(qpdf_oh_get_array_item(file.data, handle, Int32(clamping: index)), of: file)
    }

    /// The keys of a dictionary without their `/`, in order.
    public var keys: [String] {
        guard isDictionary || isStream else { return [] }
        var keys: [String] = []
        let dictionary = dictionary
        qpdf_oh_begin_dict_key_iter(file.data, dictionary.handle)
        while qpdf_oh_dict_more_keys(file.data) != 0 {
            if let key = qpdf_oh_dict_next_key(file.data) { keys.append(String(String(cString: key).dropFirst())) }
        }
        return keys
    }

    /// Sets `key` of a dictionary or of a stream's dictionary.
    public func set(_ key: String, _ value: PDFObject) {
        let dictionary = dictionary
        qpdf_oh_replace_key(file.data, dictionary.handle, "/" + key, value.handle)
    }

    /// What keys are read and changed in.
    private var dictionary: PDFObject { isStream ? PDFObject(qpdf_oh_get_dict(file.data, handle), of: file) : self }

    /// Sets `key`, likewise, to what `text` spells.
    public func set(_ key: String, parsing text: String) { set(key, file.parse(text)) }

    /// Removes `key`, likewise.
    public func remove(_ key: String) {
        let dictionary = dictionary
        qpdf_oh_remove_key(file.data, dictionary.handle, "/" + key)
    }

    /// A stream's bytes, decoded; `nil` if a filter is unknown.
    public func decodedData() -> [UInt8]? {
        var start: UnsafeMutablePointer<UInt8>?
        var count = 0
        var isFiltered: QPDF_BOOL = 0
        _ = qpdf_oh_get_stream_data(file.data, handle, qpdf_dl_all, &isFiltered, &start, &count)
        defer { free(start) }
        guard isFiltered != 0, let start else { return nil }
        return Array(UnsafeBufferPointer(start: start, count: count))
    }

    /// A stream's bytes as they are in the file.
    public func encodedData() throws(StageFailure) -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        var count = 0
        _ = qpdf_oh_get_stream_data(file.data, handle, qpdf_dl_none, nil, &start, &count)
        defer { free(start) }
        try file.check()
        return start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    }

    /// PDF syntax for it; references stay references.
    public var spelling: String { qpdf_oh_unparse(file.data, handle).map { String(cString: $0) } ?? "null" }

    /// Gives a stream other bytes, which are encoded by `filter` or not at all.
    public func replaceData(_ bytes: [UInt8], filter: String? = nil) {
        let none = PDFObject(qpdf_oh_new_null(file.data), of: file)
        let name = filter.map { PDFObject(qpdf_oh_new_name(file.data, "/" + $0), of: file) } ?? none
        qpdf_oh_replace_stream_data(file.data, handle, bytes, bytes.count, name.handle, none.handle)
    }
}
