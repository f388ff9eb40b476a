// SPDX-License-Identifier: GPL-3.0-or-later
import Assembly
import Groundwork
import Typesetting

extension Composer {
    /// How long it takes to put set galleys on pages, without setting them: seconds, the least of `rounds`, and how many pages there are.
    /// For benchmarks; pictures are left out.
    package func timePages(rounds: Int) -> (seconds: Double, pages: Int) {
        var galleys = Galleys(
            setter: Setter(
                book: book, typesetter: typesetter, fonts: fonts, pictures: [:], folios: Folios(),
                tree: TagTree(language: book.language)))
        galleys.set(with: Folios())
        var count = 0
        var least = Duration.seconds(3600)
        for _ in 0..<max(rounds, 1) {
            least = min(least, ContinuousClock().measure { count = galleys.pages().pages.count })
        }
        return (Double(least.components.seconds) + Double(least.components.attoseconds) / 1e18, count)
    }
}
