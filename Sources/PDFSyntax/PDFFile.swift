// SPDX-License-Identifier: GPL-3.0-or-later
internal import CQPDF
internal import Glibc
public import Groundwork

/// A PDF file in memory, opened by libqpdf. Not `Sendable`: made, used and released in one task.
public final class PDFFile {
    let data: qpdf_data
    // libqpdf reads from it as long as the handle lives.
    private let buffer: UnsafeMutableBufferPointer<CChar>

    /// Opens `bytes`. Throws if they are no PDF file.
    public init(reading bytes: [UInt8]) throws(StageFailure) {
        guard let data = qpdf_init() else { throw StageFailure("libqpdf could not start") }
        self.data = data
        buffer = .allocate(capacity: max(bytes.count, 1))
        bytes.withUnsafeBytes { source in UnsafeMutableRawBufferPointer(buffer).copyMemory(from: source) }
        qpdf_silence_errors(data)
        qpdf_set_suppress_warnings(data, QPDF_TRUE)
        _ = qpdf_read_memory(data, "PDF", buffer.baseAddress, UInt64(bytes.count), nil)
        try check()
    }

    deinit {
        // An error that nobody has asked for is printed otherwise.
        _ = qpdf_get_error(data)
        var handle: qpdf_data? = data
        qpdf_cleanup(&handle)
        buffer.deallocate()
    }

    /// Throws what libqpdf has complained of since the last check.
    public func check() throws(StageFailure) {
        // A warning means that something was guessed: for the reader of a file that is no reason to stop.
        while qpdf_more_warnings(data) != 0 { _ = qpdf_next_warning(data) }
        guard qpdf_has_error(data) != 0, let error = qpdf_get_error(data) else { return }
        throw StageFailure("PDF: \(String(cString: qpdf_get_error_full_text(data, error)))")
    }

    /// The catalogue.
    public var catalogue: PDFObject { PDFObject(qpdf_get_root(data), of: self) }
    /// The trailer.
    public var trailer: PDFObject { PDFObject(qpdf_get_trailer(data), of: self) }
    /// How many pages there are.
    public var pageCount: Int { Int(max(0, qpdf_get_num_pages(data))) }
    /// The version in the header.
    public var version: String { qpdf_get_pdf_version(data).map { String(cString: $0) } ?? "" }

    /// The dictionary of page `index`, from 0.
    public func page(_ index: Int) -> PDFObject { PDFObject(qpdf_get_page_n(data, index), of: self) }

    /// The object that `text` spells.
    public func parse(_ text: String) -> PDFObject { PDFObject(qpdf_oh_parse(data, text), of: self) }

    /// A new stream of `bytes`, with a number of its own.
    public func stream(_ bytes: [UInt8]) -> PDFObject {
        let stream = PDFObject(qpdf_oh_new_stream(data), of: self)
        stream.replaceData(bytes)
        return stream
    }

    /// The content of a page, decoded and joined.
    public func content(of page: PDFObject) throws(StageFailure) -> [UInt8] {
        var start: UnsafeMutablePointer<UInt8>?
        var count = 0
        _ = qpdf_oh_get_page_content_data(data, page.handle, &start, &count)
        defer { free(start) }
        try check()
        return start.map { Array(UnsafeBufferPointer(start: $0, count: count)) } ?? []
    }
}
