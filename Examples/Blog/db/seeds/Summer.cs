namespace Blog;

/// <summary>The second nine posts.</summary>
internal static class Summer
{
    public static SeedPost[] Posts =>
        [
            new(
                "What the oven taught me about caches",
                "Teddy Blom",
                "A stone holds heat for the loaf that has not arrived yet. That is either foresight or waste.",
                """
                A baking stone is a cache. You pay to fill it, it is useless for half an hour, and then it answers at once: the dough meets
                heat that was stored before anybody asked for it.

                Like every cache, it lies a little. The surface says 240 degrees while the air has dropped to 190 because you stood there
                with the door open, admiring. The loaf believes the stone for two minutes, and the air for the remaining forty.

                So: preheat longer than you think, close the door, and do not measure only the thing that is easy to point the thermometer
                at.
                """,
                ("Jonas Feld", "Cache invalidation by standing there with the door open. Seen it."),
                ("Lea", "Is a steel better than a stone?"),
                ("Teddy Blom", "Faster to fill, faster to empty. Depends on how many loaves you have in the queue.")
            ),
            new(
                "Letters to the next maintainer",
                "Jonas Feld",
                "A file called LETTER.md, one page, written to one person you have not met.",
                """
                Every project of ours has a letter. It is not documentation; that stands elsewhere and is duller. It is one page addressed
                to whoever comes next, and it says the things that one says over a shoulder.

                Which part we are proud of. Which part we would do again differently, and why it stayed. Which test looks pointless and is
                not. Who to telephone about the printer.

                I have received two such letters in my life, and both saved me a month. I have written fourteen.
                """,
                ("Ada", "\"Which test looks pointless and is not\" should be mandatory."),
                (
                    "Priya",
                    "We started doing this last quarter. The first one made a new colleague laugh on day one. Worth it for that alone."
                )
            ),
            new(
                "Tomatoes do not want to be helped",
                "Ines Carvalho",
                "Less water, fewer leaves, more neglect. An apology to last year's plants.",
                """
                Last year I fed them every week, watered them every evening, and grew two metres of handsome leaves. This year I was away
                for most of June, and there are tomatoes.

                A plant in perfect comfort has no reason to think about the next generation. A little thirst concentrates the mind, and, it
                turns out, the sugar.

                Take off the side shoots, tie the stem, water deeply once a week, and go away. This is the only advice I have ever found
                easy to follow.
                """,
                ("Marta Oduya", "They were very good tomatoes.")
            ),
            new(
                "On naming things after what they do",
                "Jonas Feld",
                "If you need the word \"manager\", you have not found the noun yet.",
                """
                There is a drawer in the workshop with the label "Misc". It is the fullest drawer, and the one in which nothing is ever
                found. In code the same drawer is called Manager, or Helper, or Util.

                A good name closes a door. A thing called Ledger does not learn to send mail, because it would be embarrassing. A thing
                called AccountManager will send mail by Thursday.

                When no name comes, it is usually two things. Take it apart on paper and name the halves; the halves are easy.
                """,
                ("Milo", "My class is called DataHandlerHelper. I feel seen."),
                ("Ruth", "Naming the halves is a great trick, thank you.")
            ),
            new(
                "A press from 1911",
                "Marta Oduya",
                "It weighs nine hundred kilograms, has no power switch, and every part of it can be repaired by reading it.",
                """
                The big press arrived on a lorry in August, in the rain, with four people and a borrowed engine hoist. It is a hundred and
                some years old. The previous owner had used it as a very heavy table.

                What moves me about it is not the age. It is that the whole machine is legible. You can stand before it, turn the wheel by
                hand, and follow a motion from the treadle to the paper without one step that you have to take on faith.

                We cleaned it for three weekends. One bolt was wrong; somebody in the sixties had been in a hurry. We have been careful with
                bolts since.

                There is no manual. There are letters, cast into the iron beside everything that moves: an O where oil goes, an arrow
                for the turn, a number for the order in which two screws want to be loosened. Whoever made it assumed that the reader
                would be standing where the work is, with dirty hands, and would not want to turn pages.

                We took it apart down to the bed. Each part was photographed, washed, and laid on a sheet in the order in which it had
                come off, so that the floor of the studio became a diagram of the machine. For two weeks we walked along the walls. On
                the third weekend we walked the diagram backwards, and at the end of it there was a press, and no screw was left over,
                which Teddy had bet against.

                The first print was a single line, and it was crooked. The second was straight and grey. For the third we had
                understood that the press does not want to be pushed. It wants to be kept moving. There is a rhythm, about twenty
                sheets to the minute, at which the flywheel does the work and the hands only have to be in the right place. Below that
                it is heavy. Above it, it is dangerous. At twenty it hums.

                I have thought a good deal about what it would mean to build something today that could be read like that in a hundred
                years. Not preserved, and not restored by a specialist, but understood by four people on a wet weekend, because every
                motion can be followed from the foot to the paper. I do not believe that it is a question of iron. The letters would
                still have to stand where the hand is, and the order would still have to be on the part.

                What would have to go is everything that is there because it was quicker that afternoon. We know what that looks like.
                It looks like one bolt from the sixties, with the wrong thread, forced in so well that it took us a whole Saturday to
                get it out.

                The press has printed every cover since. It has no switch, so nobody has ever forgotten to turn it off. In the evening
                we let the wheel run down by itself, and it takes a little under two minutes, and nobody speaks.
                """,
                ("Teddy Blom", "My back remembers that lorry."),
                ("Ravi", "Please film it running.")
            ),
            new(
                "The two-hour loaf is a lie",
                "Teddy Blom",
                "You can have bread in two hours. You cannot have this bread in two hours.",
                """
                There is a recipe that goes round every summer for a loaf in two hours. It works. It has the shape of bread, it is warm, and
                it will be gone by evening, which is lucky, because by morning it will be a brick.

                Time is an ingredient with its own flavour. Overnight in a cold room, the flour loosens, the sourness comes, the crust
                learns to blister. None of it needs you. You are asleep.

                So the honest name for a slow loaf is not "difficult bread". It takes fifteen minutes of work. The rest is trust.
                """,
                ("Lea", "Day ninety. No socks. Good loaf.")
            ),
            new(
                "Reading code aloud",
                "Jonas Feld",
                "On Fridays one of us reads a file to the others, like a chapter. It is slower than review and finds more.",
                """
                Review is silent and fast, and we are good at it, which means that we are good at not seeing. So on Fridays, somebody reads
                a file aloud. Names, brackets where they matter, comments. The others listen with a cup in their hands.

                You hear things. You hear that the same word means two things. You hear yourself say "and then, for some reason". You hear
                the paragraph that is too long to say in one breath.

                We read about two hundred lines an hour. We have never left with fewer than three things to mend, and all three are usually
                names.
                """,
                ("Priya", "For some reason!! This is the entire method."),
                ("Oskar", "Do you do voices?")
            ),
            new(
                "Shade is a design decision",
                "Ines Carvalho",
                "Where the light is not, somebody sits down.",
                """
                The plan of a garden shows plants. A drawing of the shadows at four o'clock in July would be more useful. That is where the
                bench goes, and the door that people really use, and the dog.

                We planted a crab apple for the shade it will throw in nine years. Until then there is a sail from the chandler, forty
                euros, tied to the gutter with a knot that I look up each spring.

                I have started to draw the shadows first. The plants are easier to place afterwards; they only have two kinds of room to
                choose from.
                """
            ),
            new(
                "Measure twice, then once more",
                "Teddy Blom",
                "The third measurement is not for the wood. It is for the person holding the pencil.",
                """
                The first measurement is a guess with a number on it. The second agrees with the first, because you wanted it to. The third,
                made from the other end with a different rule, is the one that has ever saved me any oak.

                An independent check has to be able to disagree. Same tape, same end, same hand: that is one measurement, repeated.

                Jonas says that this is about tests. I was talking about the bookcase, but he may have it.
                """,
                ("Jonas Feld", "It is about tests."),
                ("Ada", "It is definitely about tests.")
            ),
        ];
}
