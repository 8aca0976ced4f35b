namespace Blog;

/// <summary>The third nine posts.</summary>
internal static class Autumn
{
    public static SeedPost[] Posts =>
        [
            new(
                "Putting the garden to bed",
                "Ines Carvalho",
                "Do less in October than the magazines want. The beetles are asleep in what you call a mess.",
                """
                The tidy gardener cuts everything down in October and has nothing left to do until spring, and neither does anybody else who
                lived there. The stems that look dead are full.

                So I only do four things: take out what was ill, cover the bare soil, bring in the hoses, and plant garlic. The rest stands
                until March, goes brown, holds the frost, and looks better in January than anything that I ever planted for the purpose.

                It is pleasant to be told by biology that one may stop.
                """,
                ("Hanna", "I have forwarded this to my father, who has a leaf blower."),
                ("Ruth", "How deep does the garlic go?"),
                ("Ines Carvalho", "Twice its own height, pointed end up, and then forget about it.")
            ),
            new(
                "One binary, one folder",
                "Jonas Feld",
                "How we put things on a server now: copy a file, start it. The rest of the talk was cancelled.",
                """
                Our first deployment guide had nineteen pages. The current one is a sentence: copy the file and start it. Everything that
                the program needs is in the program; everything that it must remember is in the folder beside it.

                What used to be in the nineteen pages were the differences between two machines that were meant to be the same. We did not
                manage those differences better. We stopped shipping them.

                Backing up is copying the folder. Rolling back is keeping yesterday's file. On the way we lost an afternoon ritual that none
                of us misses.

                I should say what happened to the nineteen pages, because they were not foolish. Each of them was there because
                something had gone wrong once. Page four was the evening when the clock of the second machine was an hour behind.
                Pages seven to nine were about a library that had to be of one version, and not of the next. Page fifteen was a
                drawing of a cable.

                We went through them with a pencil and asked of each: could this happen to a single file? The library could not, since
                it is inside. The clock could, so the program looks at it now, and says so before it does anything else. The cable
                could, and there is nothing to be done about cables, so we kept the drawing and hung it where the cable is.

                What surprised me most was how much of the guide had been about order. First stop this, then copy that, then start the
                third thing, but not before the first has really stopped. A file does not have an order. It is there or it is not. The
                new one is put beside the old one, the old one finishes what it was doing, and the new one answers the next visitor.
                You can do it at noon.

                The folder is the part that needs care, and it gets all of ours. It is copied every night, and every Friday somebody
                takes the copy, puts it on a borrowed machine, and starts yesterday's file on it. If the front page comes up with the
                right number of comments, there is cake. We have not missed a Friday since May, and I am told that this is because of
                the cake, and I do not mind.
                """,
                ("Milo", "What about configuration?"),
                (
                    "Jonas Feld",
                    "Defaults inside the file, a small folder beside it, and the environment above both. The last one to speak wins."
                ),
                ("Priya", "Nineteen pages to a sentence is the best diff I have seen this year.")
            ),
            new(
                "Ink, and how to wait for it",
                "Marta Oduya",
                "Oil ink does not dry. It changes its mind about being liquid, over two days.",
                """
                Water leaves; that is drying. Oil stays and hardens, by taking in air, from the outside to the inside. You cannot hurry it
                with heat without spoiling the black, so the sheets hang on lines across the room, and you duck.

                Two days of ducking are a good time to proofread. We have found errors on sheets that were already hanging: three in four
                years. Each of them had been read by everybody at least twice.

                The fourth reader is the one who has to walk under it.
                """,
                ("Ravi", "The ducking is the process.")
            ),
            new(
                "The notebook beside the terminal",
                "Jonas Feld",
                "Pencil, squared paper, the date. What I expected, what happened, what I think now.",
                """
                When something is wrong and I do not know why, I write three lines before I touch it. What I expected. What happened. What I
                now think is the cause. Then I do one thing, and write three more.

                It is humiliating how often the second line is not what I would have told you from memory. I "knew" that the value was
                empty. The notebook says that I never looked.

                A page usually suffices. The full pages are a kind of map of where our system surprises people, and we mend those places
                first.
                """,
                ("Ada", "Squared paper gang."),
                ("Lea", "I do this for the bread. Same experience with line two.")
            ),
            new(
                "Apples by the crate",
                "Teddy Blom",
                "Forty kilos in two days: what keeps, what cooks, and what goes to the neighbour's pig.",
                """
                The old tree behind the shop gave forty kilos this year, all in the same two days, as is its custom. We sorted on the
                workbench: perfect ones in paper for January, bruised ones for the pot, and a bucket for the pig, who does not grade.

                A perfect apple and a bruised one in the same box become two bruised ones by December. It is the only law of logistics that
                I have ever observed with my own eyes.

                There are fourteen jars on the shelf now. The labels say only the year, and whose idea it was.
                """,
                ("Marta Oduya", "It was my idea."),
                ("Hanna", "The pig does not grade. I love that.")
            ),
            new(
                "A margin is not empty",
                "Marta Oduya",
                "The white around the text is where the thumb goes, and the eye, and the thought.",
                """
                A client once asked us what they were paying for in the margins. It is a fair question. A third of every page in a good book
                has nothing on it.

                It is where the thumb rests without covering a word. It is how the eye finds the next line after a long one. It is where you
                write "no!" in pencil, at nineteen, and find it again at forty.

                We showed them the same page with the margins removed. They turned it over, looked for the rest of the book, and signed.
                """,
                ("Ruth", "Showing beats explaining again.")
            ),
            new(
                "Boring is a feature",
                "Jonas Feld",
                "The database is a file. The queue is a table. The cache is that we did not need one.",
                """
                A visitor asked for our architecture diagram, and I drew a box. She waited politely for the rest. There is a program, I
                said, and it has a file.

                It is not that we do not know the other parts. It is that each of them is a thing that can be down when the others are up,
                and four people can only be woken so often.

                The day may come when one box does not suffice. We have written down what that day looks like, with a number. Last month we
                were at four per cent of the number.
                """,
                ("Oskar", "What is the number?"),
                ("Jonas Feld", "Nine thousand readers at once. We had a good week and got to three hundred and sixty."),
                ("Priya", "Writing the number down is the part everyone skips.")
            ),
            new(
                "How to give away a tool",
                "Teddy Blom",
                "Clean it, sharpen it, show the one thing that it does badly, and do not ask for it back.",
                """
                My teacher gave me his second-best plane when I left. He had cleaned it, set it, and put a pencil cross on the side. "It
                drifts left there," he said. "You will want to blame yourself. Do not."

                The gift was the cross. A good tool with an honest flaw is worth more than a perfect one from a shop, because you begin
                where somebody else had already got to.

                I gave it on last month, with the cross, and a second one that I had found.
                """,
                ("Ines Carvalho", "I am not crying, I am cutting onions."),
                ("Milo", "This is also how to hand over a code base.")
            ),
            new(
                "First frost",
                "Ines Carvalho",
                "The fourth of November, minus two. The dahlias have resigned.",
                """
                You smell it the evening before: the air goes thin, and sound carries. By morning the dahlias are black, all of them, as if
                somebody had switched them off at the wall.

                The kale, on the other hand, has been waiting for this. Frost turns its starch to sugar; it is the plant's own antifreeze,
                and our supper. The same night ends one thing and finishes another.

                I wrote the date on the shed door, under the others. Eleven dates. It moves about more than one thinks, and less than one
                says.
                """,
                ("Hanna", "Ours came on the sixth. We are two valleys over.")
            ),
        ];
}
