namespace Blog;

/// <summary>The first nine posts.</summary>
internal static class Spring
{
    public static SeedPost[] Posts =>
        [
            new(
                "Why we still print on paper",
                "Marta Oduya",
                "A page that cannot be updated has to be right. That is the whole point of it.",
                """
                Every spring we set sixty-four pages of this journal in metal type and print two hundred copies. It takes three weekends, a
                lot of coffee and one argument about hyphenation. People ask why, when the same words are already on a screen.

                The answer is that a page that cannot be updated changes how you write. You read the sentence a fourth time. You look up the
                name you were sure about. You cut the paragraph that you would have left in, because somebody has to lift every letter of
                it.

                None of that is nostalgia. It is the cheapest quality control that we have found: make the mistake expensive, and then slow
                down until you can afford to be right.
                """,
                ("Teddy Blom", "The argument about hyphenation was settled in my favour, for the record."),
                ("Ruth", "I kept last year's copy. It already smells like a library.")
            ),
            new(
                "A garden is a queue",
                "Ines Carvalho",
                "Sow everything in one week and you will harvest everything in one week. Ask me about the courgettes.",
                """
                My first vegetable bed taught me more about scheduling than any lecture. I sowed the whole packet of lettuce on the first
                warm Saturday in March, and ten weeks later I gave lettuce to people I had never met.

                Succession sowing is a short row every ten days. Each row is a small batch; if the slugs take one, the next is already on
                its way. You never have much, and you are never without.

                The hard part is leaving most of the soil empty in March. It looks like waste. It is capacity.
                """,
                ("Jonas Feld", "\"It looks like waste. It is capacity.\" I am putting this above the build server."),
                ("Hanna", "What do you do about the slugs, though?"),
                ("Ines Carvalho", "Get up earlier than they go to bed.")
            ),
            new(
                "The smallest useful program",
                "Jonas Feld",
                "Eleven lines that have run every night for nine years, and what they never learned to do.",
                """
                There is a script on the studio's server that renames scanned pages. It is eleven lines long. It has run every night for
                nine years, and it has been changed twice: once for a new scanner, once for a leap day.

                Over the years it was going to learn a lot. It was going to read the text on the page, and file receipts by itself, and send
                a message when the tray was empty. Every time, somebody asked what would happen when that part broke, and we went to lunch.

                Small programs survive because there is nowhere in them for a problem to hide.
                """,
                ("Oskar", "Post the eleven lines!"),
                ("Jonas Feld", "Then I would have to support them.")
            ),
            new(
                "Starter, day one",
                "Teddy Blom",
                "Flour, water, a jar, and the patience that nobody mentions in the recipe.",
                """
                Fifty grams of rye, fifty grams of water, a jar with a loose lid. That is the recipe for day one, and it is also most of the
                recipe for the following six. Stir, smell, throw half away, feed.

                On day three it will smell of old socks and you will think that it has gone wrong. It has not. Something has to lose before
                the right thing can win, and in a jar of flour that takes about a week.

                Keep a notebook. Temperature in the morning, temperature in the evening, how high it rose. In a month you will no longer
                need it, and in a year you will be glad to have it.
                """,
                ("Lea", "Day three. Socks confirmed.")
            ),
            new(
                "Choosing a typeface for long reading",
                "Marta Oduya",
                "Ignore the specimen. Set a whole chapter, and come back after breakfast.",
                """
                A type specimen is a portrait in good light. It tells you how the letters look when nobody is reading them. What you want to
                know is how they behave on page forty-one, under a lamp, when the reader is a little tired.

                So set a chapter. Not a paragraph: a chapter, at the real size, on the real paper. Read it the next morning. If you remember
                the typeface, it is the wrong one. If you remember the chapter, look at the figures and the italics, and order it.

                We have done this eleven times now and have ended with the same two families nine times. The test was worth it each time.
                """,
                ("Ravi", "Which two?"),
                ("Marta Oduya", "You would remember them, and then they would be the wrong ones.")
            ),
            new(
                "Sharpening is not maintenance",
                "Teddy Blom",
                "It is the first step of the work, and the only one that makes all the others easier.",
                """
                There is a habit of treating a sharp edge as something one has, until it is lost, and then regrets. In the shop we were
                taught the opposite: an edge is something you make, for this cut, in this wood, and then use up.

                Four minutes on the stone before every session. Nobody waits for a chisel to be blunt, in the way that nobody waits to be
                hungry before planting potatoes.

                It took me years to notice that my friends who write software have the same four minutes. They call it reading the code
                first.
                """,
                ("Jonas Feld", "Guilty of skipping it. Often.")
            ),
            new(
                "Write the error message first",
                "Jonas Feld",
                "Before the code that works, write the sentence that somebody will read when it does not.",
                """
                Here is an exercise that costs five minutes. Before writing a function, write what it says when it fails. Not the type of
                the failure: the sentence. Where, what was found, what was expected, what to do now.

                If the sentence is hard to write, the function does not know enough. It was handed a path without knowing why, or a number
                without its unit. Give it what it needs to speak, and you will usually find that the happy path has become shorter too.

                Nobody has ever thanked me for code that worked. Twice now, people have thanked me for an error message.
                """,
                ("Ada", "Line 14: expected a comma after \"title\", found the end of the file. Those are the ones I frame."),
                ("Ruth", "Sending this to my whole team."),
                ("Milo", "Can you give an example of a bad one that you have written yourself?"),
                ("Jonas Feld", "\"Something went wrong (2)\". There was no (1).")
            ),
            new(
                "Three kinds of rain",
                "Ines Carvalho",
                "Fine, heavy, and the kind that the forecast calls showers. Only one of them waters the beans.",
                """
                Fine rain falls for a day and wets the first centimetre. Heavy rain falls for ten minutes and runs off to the neighbour. The
                rain that reaches a root is the dull, steady, middling kind that spoils a wedding and makes a summer.

                I measure with a jam jar and a ruler, which is as exact as a bean requires. Under ten millimetres a week, I water; over
                twenty, I stay away from the clay with my boots.

                The rest is mulch. If the soil is covered, all three kinds become the useful one.
                """,
                ("Hanna", "The jam jar has joined my instruments.")
            ),
            new(
                "The colour of a deadline",
                "Marta Oduya",
                "We painted the wall calendar in three colours, and argued less.",
                """
                On our wall there is a calendar with three colours of paper. Red is a date that somebody outside is waiting for. Blue is a
                date that we promised each other. Yellow is a wish.

                Most arguments about dates turned out to be arguments about colours. One of us had heard red where another had said yellow.
                Now we ask, "what colour is it?", and the answer is usually short.

                There are never more than two red papers on the wall. When there is a third, something has to be given back, and somebody
                gets a phone call while it is still early enough to be a pleasant one.
                """,
                ("Oskar", "Stealing this, with attribution.")
            ),
        ];
}
