// SPDX-License-Identifier: GPL-3.0-or-later

/// The texts of the sample publication that hold nothing of its own name.
enum SampleTexts {
    static let text = #"""
        ---
        title: Text
        short: Text
        id: ch-text
        role: chapter
        ---

        A chapter is a file of Markdown. Its title stands in the front matter, and its headings begin with two number signs. Words can be *stressed*, **strong**, ~~struck out~~ or `code`; an address such as <https://www.example.org/> is a link.

        ## Headings and references {#headings}

        A heading with an id in braces can be pointed to from anywhere: [](#lists) prints its text and its page. A file of the same publication can be pointed to as well: [the components](02-components.md#callouts).[^why]

        [^why]: A footnote stands at the foot of its page. Its text may be anywhere in the file.

        ### Languages and the index

        A few words in [autre langue]{lang=fr} are hyphenated and read aloud by their own rules. [Names]{.name} can be kept whole, and [3/4]{.frac} is a fraction.

        ## Lists {#lists}

        - A list with marks,
        - with a second item:
          - and a list inside.

        1. A numbered list
        2. counts by itself.

        - [ ] A box to tick
        - [x] A box that is ticked

        Term
        : Its meaning, in a definition list.

        Another term
        : Another meaning.

        ## Quotations and code {#quotations}

        > A quotation, set apart from the text.
        >
        > Who said it
        > {.attribution}

        :::verse
        A line of verse is a line in print,
        and what is too long turns over.
        :::

        :::address
        Name
        Street and number
        Town
        :::

        ```
        pamphlet build --draft
        ```

        <!-- A comment never reaches the reader. -->
        """# + "\n"

    static let components = #"""
        ---
        title: Components
        short: Components
        id: ch-components
        role: chapter
        ---

        A container begins with three colons and a name and ends with three colons. The rest of its first line is its title.

        ## Callouts {#callouts}

        :::keypoint
        What a reader should remember.
        :::

        :::note What we do not know
        A note, with a title of its own.
        :::

        :::warning
        A warning.
        :::

        > [!TIP]
        > An alert as other sites write it is a callout too.

        :::definition Container
        A part of the text with a name, set in the theme's manner.
        :::

        :::checklist Before you begin
        - [ ] Read the text above
        - [ ] Change it
        :::

        :::recommendation
        Write what should be done, and by whom.
        :::

        :::testimony
        [TESTIMONY – consented quotation]
        :::

        :::worksheet A page to write on
        1. What do you want to say?
        2. To whom?
        :::

        :::columns
        Text in two columns, which are made even at the end. It should have some length, so that there is something to divide: a few sentences do, and this is the last of them.
        :::

        ## Tables and figures {#tables}

        :::table {#tb-formats header-column}
        Formats of an edition

        | Format | For | Colours |
        |---|---|---:|
        | screen | reading, with links | sRGB |
        | print | a press, with bleed | CMYK |

        A table's notes stand below it.
        :::

        :::figure {#fg-steps}
        ![Three boxes in a row, joined by arrows: write, translate, print.](figures/steps.svg)

        From text to paper. See also [](#tb-formats).
        :::
        """# + "\n"

    static let figure = """
        <svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="28mm" viewBox="0 0 120 28">
          <g fill="none" stroke="#333333" stroke-width="0.6">
            <rect x="2" y="6" width="28" height="16" rx="2"/>
            <rect x="46" y="6" width="28" height="16" rx="2"/>
            <rect x="90" y="6" width="28" height="16" rx="2"/>
            <path d="M30 14 H45 M42 11.5 L45 14 L42 16.5 M74 14 H89 M86 11.5 L89 14 L86 16.5"/>
          </g>
        </svg>

        """

    /// The manifest that a new project begins with: that of this one, with the fonts of the built-in theme.
    static let fonts = String(decoding: PackageResources.fonts_yaml, as: UTF8.self)
}
