namespace Blog;

/// <summary>The last nine posts; one of them is a draft.</summary>
internal static class Winter
{
    public static SeedPost[] Posts =>
        [
            new(
                "The shop in January",
                "Teddy Blom",
                "Nine degrees, glue that will not set, and the best light of the year.",
                """
                Nothing sticks in January. The glue wants fifteen degrees and the stove manages nine by noon. So January is for everything
                that is not joining: sharpening, sorting, drawing, and looking at wood.

                The light makes up for it. It comes in flat along the bench and shows every hollow that the summer forgave. I plane a board,
                hold it up, and there are my habits, in relief.

                By February we shall be warm and careless again. I try to write down what I saw.
                """,
                ("Marta Oduya", "The paper store is at eleven degrees. You are welcome to visit.")
            ),
            new(
                "Tests are a letter too",
                "Jonas Feld",
                "The name of a test is the only documentation that complains when it stops being true.",
                """
                I used to name tests after the method they called. Now I name them after what somebody was promised: a reader who sends a
                form twice finds one post. Nobody has to know the method for that, and it stays when the method goes.

                Read down the list of names, you get the promises of the program in the order in which we thought of them. It is the part of
                the code that I would give to a stranger first.

                When one turns red, the question is never "how do I make it green". It is: have we changed our minds, or have we broken our
                word?

                It took a while to learn the form. A name that says "works correctly" promises nothing. A name that says "returns
                true" promises something to the computer, and the computer did not ask. The best names have a person in them, or at
                least the trace of one: a visitor, a late reader, the printer who finds the tray empty.

                There is a small test of the tests, too. Take the list of names, without the code, and give it to somebody who has
                never seen the program. Ask what the program does. Where the answer is wrong, one of the names is wrong. Where the
                answer is "I don't know", a promise is missing, and it is usually one that we thought too obvious to write down.

                Last week I read my own list from two years ago. Three of the promises made me laugh, because nobody had ever wanted
                them. One of them I had forgotten, and it was the reason for a line of code that I had been about to delete.
                """,
                ("Ada", "\"Have we changed our minds, or have we broken our word?\" Printing this."),
                ("Ravi", "On the 1911 press, please."),
                ("Marta Oduya", "Already setting it.")
            ),
            new(
                "A catalogue of greys",
                "Marta Oduya",
                "We printed forty-two of them. Seven were different.",
                """
                To choose a grey for the small capitals we printed forty-two, from the palest to almost black, each on its own line with the
                same words. Then we cut the lines apart, mixed them, and tried to put them back in order.

                Nobody managed more than seven groups. So there are seven greys in this house now, with names instead of numbers: fog,
                flint, slate. The other thirty-five were differences that only the mixing knife could see.

                It has made decisions about colour very quick. It has made decisions about settings in our programs rather quicker too.
                """,
                ("Priya", "I would pay for this poster."),
                ("Lea", "Fog, flint, slate, and the other four?"),
                ("Marta Oduya", "Ash, pewter, soot and Monday.")
            ),
            new(
                "Bread for twenty",
                "Teddy Blom",
                "Scaling up is not multiplying. Past six loaves, the problem is the table.",
                """
                For a wedding in December I baked for twenty. The recipe multiplies; that is arithmetic. What does not multiply is the
                table, the oven, the hands, and the twenty minutes in which shaped dough is perfect.

                The answer was not speed. It was two shifts, forty minutes apart, so that nothing ever waited for anything else. We drew it
                on paper: bars for the oven, bars for the table, no two on top of each other. Then it was almost calm.

                I slept from four to six. The bride said that it was good bread, and asked whether it had been much work. It was exactly
                enough.
                """,
                ("Jonas Feld", "You invented pipelining. The drawing is a Gantt chart. Congratulations on the wedding bread."),
                ("Hanna", "It really was good bread.")
            ),
            new(
                "Leave the door open",
                "Ines Carvalho",
                "Robins, neighbours, and the one week in the year when I do not lock the shed.",
                """
                In the cold week of January I leave the shed door ajar. A robin lives in there until it thaws; he has opinions about how I
                stack the pots. In return I get to find out what is in the shed, since I have to go round him.

                Neighbours come in as well. One has borrowed a fork, one has returned a fork that I did not know I had lent. By Friday there
                was a jar of honey on the bench without a name on it.

                Most of what is good in a garden came in through something that was left open.
                """,
                ("Ruth", "The honey was not me, but I wish it had been.")
            ),
            new(
                "The limits that we chose",
                "Jonas Feld",
                "Every queue in the system has a length. We wrote each of them down, and what happens at the end of it.",
                """
                A thing without a limit has one too; you just have not met it yet. It is the size of the disk, or the patience of a reader,
                and you will meet it at night.

                So in December we went through everything that can grow, and gave it a length: the size of a form, the waiting list of the
                printer, the number of unread drafts. Beside each number stands what happens at the end, in words that we would say to
                somebody's face.

                Two of the limits were hit in January. Nobody was woken. Two people got a polite sentence, and one of them wrote back to say
                thank you.

                People ask how we found the numbers. The honest answer is that we guessed, and then we measured, and then we kept the
                guess where the measurement did not object. A form of ten megabytes is more than anybody has sent us. Forty pages in
                the printer's queue are one evening. A hundred unread drafts are a sign that somebody has gone on holiday and nobody
                has noticed.

                It matters less which number it is than that it is somewhere. A number that is written down can be argued with.
                Somebody can say that forty is too few, and show the evening on which it was, and then it is fifty, and the paper on
                the wall says so. A number that nobody wrote down is argued with by the machine, which has no manners.

                The harder half was the end of each queue. For every length there are only four things that can be done with the one
                that does not fit: refuse it, drop it, drop an older one, or make whoever brings it wait. We had done all four, in
                different places, without ever choosing. The printer dropped the oldest page. The form refused, but told the visitor
                that it had been accepted. The drafts simply grew.

                Now each of them refuses, except for the printer, which makes you wait, because a printer is a thing that one waits
                for. And each says the same three things when it does: what was too much, how much would have been all right, and who
                can change it. The third part was Ada's idea. It turns a wall into a door with a name beside it.

                There is one queue left without a limit. It is the shelf of books that I mean to read. We discussed it, and agreed
                that the size of the flat will do, and that the polite sentence is mine to say, to the postman, on the stairs.
                """,
                ("Oskar", "The size of the disk is always the limit nobody chose."),
                ("Ada", "Polite sentence at the limit beats a heroic evening after it.")
            ),
            new(
                "Setting poetry",
                "Marta Oduya",
                "Prose tells you where the line ends. In a poem you have been told, and may not argue.",
                """
                In prose the line ends where the page does; it is nobody's decision. In a poem it ends where the poet says, and if your page
                is narrower than her breath, it is the page that has to change.

                We spent a week on fourteen pages. The longest line decided the size, the size decided the paper, the paper decided the
                price. It was the first time that I have seen a price that was set by a comma.

                She came to see the proofs, read them standing up, moved her lips, and nodded at the one line that we had been afraid of.
                """,
                ("Ravi", "A price set by a comma. Beautiful.")
            ),
            new(
                "What we do not know yet",
                "Ines Carvalho",
                "Notes for the year: four questions, in pencil.",
                """
                Will the crab apple flower in its third year, or is the book optimistic. Does the far bed drain, now that the drain is
                cleared. What is the blue thing that seeded itself behind the water butt; it has been there since August, and is in no hurry
                to tell us.
                """,
                ("Teddy Blom", "That is three.")
            )
            {
                Draft = true,
            },
            new(
                "Slow is smooth",
                "Marta Oduya",
                "A year of this journal, in numbers that we counted by hand, and one thing that we would do again.",
                """
                Thirty-six posts, four authors, one press, two hundred paper copies, of which a hundred and ninety-one have found a home.
                Eleven kilos of flour are mentioned. One robin.

                We set out to publish every Sunday and published every ninth day, which turned out to be how long it takes four people with
                other work to have something to say. When we stopped apologising for it, the posts became better.

                What we would do again: read everything aloud. What we would not: the lorry, in August, in the rain. Thank you for reading
                slowly.

                Some numbers that we did not expect: the post with the most letters was the shortest one, about rain. The post that
                took longest to write was the one about small programs, which was finished eleven times. Nobody has ever written to us
                about a photograph, so there will be fewer of those, and more of the drawings that Ines makes on the back of seed
                packets.

                And one number that we are proud of. Of the two hundred copies, fourteen came back, because somebody had moved. All
                fourteen came back with a note, and nine of the notes had a new address on them, in another hand. A journal that
                strangers send on is all that we wanted it to be.

                The next year begins with the type for the title page, which is on the stone already. It says what it said last year,
                with one figure changed. We shall read it a fourth time.
                """,
                ("Teddy Blom", "I would do the lorry again."),
                ("Hanna", "Thank you for writing slowly!"),
                ("Jonas Feld", "Every ninth day. I have updated the wall. It is yellow."),
                ("Lea", "Happy birthday, Slow Press.")
            ),
        ];
}
