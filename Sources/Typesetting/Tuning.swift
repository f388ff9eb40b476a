internal import Glibc
enum Tune {
    static func get(_ name: String, _ usual: Double) -> Double { getenv(name).flatMap { Double(String(cString: $0)) } ?? usual }
    static let knee = get("KNEE", 0.55)
    static let pre = get("PRE", 15)
    static let hyph = get("HYPH", 60)
    static let pair = get("PAIR", 30000)
    static let natural = get("NAT", 0)
    static let stretch = get("STR", 0)
    static let shrink = get("SHR", 0)
    static let power = get("POW", 3)
    static let fit = get("FITC", 10000)
    static let quad = get("QUAD", 0)
}
