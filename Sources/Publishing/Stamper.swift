// SPDX-License-Identifier: GPL-3.0-or-later
internal import Glibc
internal import Fonts
internal import Groundwork
internal import Manuscript

/// Tells whether an edition is still what it would become: a hash over all that it is made of. Every file below Documents counts for every
/// edition: a chapter may show a picture of another publication, and a needless build costs less than a stale file.
struct Stamper: Sendable {
    private let inputs: String

    init(root: String, fonts: String) {
        let sum = Checksum()
        sum.add(Release.version)
        sum.add(Disk.programIdentity())
        sum.add(fonts)
        sum.add(getenv("SOURCE_DATE_EPOCH").map { String(cString: $0) } ?? "")
        for (name, version) in librariesInUse().sorted(by: { $0.key < $1.key }) { sum.add(name + version) }
        for path in Disk.files(below: root + "/Documents") {
            sum.add(path)
            if let bytes = try? Disk.read(root + "/Documents/" + path) {
                sum.add(sha256(bytes))
            }
        }
        inputs = sum.digest()
    }

    func stamp(_ group: EditionGroup, _ format: EditionFormat) -> String {
        let sum = Checksum()
        sum.add(inputs)
        sum.add(group.path(format))
        sum.add(group.isDraft ? "draft" : "final")
        sum.add(group.isDiscreet ? "discreet" : "open")
        return sum.digest()
    }
}
