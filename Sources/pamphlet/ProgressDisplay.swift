// SPDX-License-Identifier: GPL-3.0-or-later
internal import Publishing
internal import Synchronization

/// One line that tells what is being made, on a terminal; silence elsewhere, where the files are listed when they are there.
final class ProgressDisplay: Sendable {
    private struct State {
        var groups = 0
        var done = 0
        var running: [String] = []
    }

    private let isShown: Bool
    private let state = Mutex(State())

    init(isShown: Bool) {
        self.isShown = isShown
    }

    /// Takes a report of the publisher.
    func report(_ progress: Progress) {
        guard isShown else { return }
        state.withLock { state in
            switch progress {
            case .planned(let groups): state.groups = groups
            case .began(let label): state.running.append(label)
            case .ended(let label):
                state.done += 1
                state.running.removeAll { $0 == label }
            }
            let names = state.running.joined(separator: " · ")
            Console.write("\r\u{1B}[K[\(state.done)/\(state.groups)] \(names)", to: .errors)
        }
    }

    /// Wipes the line.
    func end() {
        if isShown { Console.write("\r\u{1B}[K", to: .errors) }
    }
}
