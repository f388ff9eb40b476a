// SPDX-License-Identifier: GPL-3.0-or-later

/// A manuscript that uses every style of paragraph, in two languages.
enum ParagraphSample {
    static let theme = """
        styles:
          opening: {base: body, drop-cap: {lines: 3, face: semibold, colour: chapter}, small-caps: first-line}

        """

    static func publication(_ title: String, _ language: String) -> String {
        "title: \(title)\nlanguage: \(language)\ndate: 2026-11-24\ncover: plain\ncontents:\n  - :contents\n  - 01.md\n"
    }

    static let english = #"""
        ---
        title: The opening of a chapter and what to say of it
        role: chapter
        ---

        :::content-note
        This note stands before the text.
        :::

        All of us know that a chapter begins somewhere, and that the eye wants to be told where. A large letter and a line of small capitals have done so since the days of manuscripts, and in the 21st century there is no better way. This goes on for a while, so that the lines beside the letter can be seen, and the lines below it too, one after the other.[^a][^b]

        A second paragraph is indented and has nothing large in it; it is here so that the difference can be seen. In 1984 there were 1,250 of them, or 3½ times as many, or [7/8]{frac} of all. [NATO and UNESCO]{.smallcaps} are not words, but [small capitals]{.smallcaps} are. The name of [Aleksandra Konstantinopolskaya]{.name} is never divided, wherever it stands in a line, and [Konstantinopolskaya]{.name} by itself is not either.

        ## Lists of the best kind and how they are numbered in the book of books

        1. The first of them.
        2. The second of them, which is longer than a line and shows how the text hangs behind its number, for the number stands alone.
           1. Lettered, the first.
           2. Lettered, the second, which is longer than a line too and hangs behind its letter as it should do in a decent book.
              1. A third depth.
              2. A third depth again.
           3. Lettered, the third.
        3. The third.

        Then one that is long:

        98. Ninety-eight
        99. Ninety-nine
        100. One hundred
        101. One hundred and one, which is longer than a line and shows how the text hangs behind its number, for the number stands alone.

        - A bullet.
        - Another bullet, which is longer than a line and shows how the text hangs behind it, for the bullet stands alone.
          - A dash.
            - A dot.
            - “A quoted dot.”
          - A dash.

        - [ ] To do
        - [x] Done

        ### A run-in heading. {.run-in #run}

        It begins the paragraph that follows it, which goes on for more than a line so that one can see that it does.

        ### Another one {.run-in}

        This paragraph has the other heading, without a full stop.

        ## Quotations

        > A quotation is indented and in its own style. It is here longer than one line, so that its own ragged edge can be seen.
        >
        > Somebody, *Somewhere*, 1999
        > {.attribution}

        :::verse A poem
        This is the first line of a poem
        and this is the second, which is so much longer than the measure that it has to be turned over
        and this is the third,
        the end.

        A second stanza
        follows here,
        — with *stress
        over lines* —
        and goes.

        Anonymous
        {.attribution}
        :::

        :::address
        Some Organisation
        12 Some Street
        London N1 2AB
        :::

        The 1[st]{.ordinal}, the 2[nd]{.ordinal}, the [5a]{.ordinal} and the n[th]{.sup} of March.[^a]

        [^a]: A note.
        [^b]: Another note.

        """#

    static let russian = #"""
        ---
        title: Начало главы и что о нём сказать
        role: chapter
        ---

        Для того чтобы глаз знал, где начинается глава, её первую букву делают большой, а первую строку набирают капителью. Так делали в рукописях, так делают и в 2026 году, и лучшего способа пока никто не придумал. Этот текст продолжается, чтобы были видны строки рядом с буквой и под ней.[^a][^b]

        Второй абзац набран с отступом, и ничего большого в нём нет. В 1984 году их было 1250, или в 3½ раза больше, или [7/8]{frac} всех. [НАТО и ЮНЕСКО]{.smallcaps} — не слова, а [капитель]{.smallcaps} — слово. Имя [Александры Константинопольской]{.name} не переносится, где бы оно ни стояло, и [Константинопольская]{.name} сама по себе тоже.

        ## Списки самого лучшего вида и о том, как их нумеруют в книгах о книгах

        1. Первый пункт.
        2. Второй пункт, который длиннее строки и показывает, как текст висит за своим номером, ведь номер стоит один.
           1. Первый подпункт.
           2. Второй подпункт, который тоже длиннее строки и висит за своей буквой так, как положено в приличной книге.
              1. Третья глубина.
              2. Снова третья глубина.
           3. Третий подпункт.
        3. Третий пункт.

        Затем длинный:

        9. Девять
        10. Десять
        11. Одиннадцать

        - Пункт.
        - Другой пункт, который длиннее строки и показывает, как текст висит за своим знаком, ведь знак стоит один.
          - Тире.
            - Точка.
            - «Точка в кавычках».
          - Тире.

        ### Заголовок в подбор. {.run-in #run}

        С него начинается следующий за ним абзац, который длиннее одной строки, чтобы это было видно.

        ## Цитаты

        > Цитата набрана с отступом и в своём стиле. Она длиннее одной строки, чтобы был виден её рваный край.
        >
        > Кто-то, *Где-то*, 1999
        > {.attribution}

        :::verse Стихи
        Это первая строка стихотворения,
        а это вторая, которая настолько длиннее строки, что её приходится перенести на другую строку,
        а это третья,
        конец.

        Вторая строфа
        следует здесь
        и кончается.
        :::

        :::address
        Какая-то организация
        Какая-то улица, 12
        Алматы 050000
        :::

        Глава 1[-я]{.sup}.[^a]

        [^a]: Примечание.
        [^b]: Другое примечание.

        """#
}
