// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Publishing

@Suite struct EditionPlanTests {
    @Test func titlesBecomeNames() {
        #expect(EditionPlan.slug("Notes on health, and care!") == "notes-on-health-and-care")
        #expect(EditionPlan.slug("Заметки о здоровье") == "заметки-о-здоровье")
        #expect(EditionPlan.slug("../..") == "")
    }
}
