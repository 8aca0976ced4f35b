using static Stryke.Web.Specs.Compiler.Mistakes.MistakePlaces;

namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>'partial' and 'sealed' left out.</summary>
internal static class ModifierMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        new(
            "CS0260",
            "Missing partial modifier on declaration of type 'Ticket'",
            Ticket,
            "public sealed partial class Ticket",
            "¦public sealed class Ticket"
        ),
        new(
            "CS0260",
            "Missing partial modifier on declaration of type 'Project'",
            Project,
            "public sealed partial class Project",
            "¦public sealed class Project"
        ),
        new(
            "CS0260",
            "Missing partial modifier on declaration of type 'Project'",
            Project,
            "public sealed partial class Project",
            "¦public class Project"
        ),
        new("STRYKE403", "sealed", Ticket, "public sealed partial class Ticket", "¦public partial class Ticket"),
        new(
            "CS0260",
            "Missing partial modifier on declaration of type 'ProjectQuery'",
            Query,
            "public sealed partial class ProjectQuery",
            "¦public sealed class ProjectQuery"
        ),
        new(
            "CS0260",
            "Missing partial modifier on declaration of type 'ProjectsController'",
            Projects,
            "public sealed partial class",
            "¦public sealed class"
        ),
        new(
            "CS0260",
            "Missing partial modifier on declaration of type 'ApplicationController'",
            Base,
            "public abstract partial class",
            "¦public abstract class"
        ),
        new(
            "CS0260",
            "Missing partial modifier on declaration of type 'Routes'",
            RoutesFile,
            "public sealed partial class",
            "¦public sealed class"
        ),
        new(
            "CS0260",
            "Missing partial modifier on declaration of type 'Application'",
            "config/Application.cs",
            "public sealed partial class",
            "¦public sealed class"
        ),
        new("STRYKE402", "'partial'", Ticket, "public partial string Title { get; set; }", "¦public string Title { get; set; } = \"\";"),
        new("STRYKE402", "'partial'", Ticket, "public partial string Title { get; set; }", "¦public string Title { get; set; }"),
        new("STRYKE420", "public partial bool Done", Ticket, "public partial bool Done { get; set; }", "¦public bool Done { get; set; }"),
        new(
            "STRYKE420",
            "public partial long ProjectId",
            Ticket,
            "public partial long ProjectId { get; set; }",
            "¦public long ProjectId { get; set; }"
        ),
        new(
            "STRYKE420",
            "public partial decimal? Budget",
            Project,
            "public partial decimal? Budget { get; set; }",
            "¦public decimal? Budget { get; set; }"
        ),
        new(
            "STRYKE408",
            "public partial Many<",
            Project,
            "public partial Many<Ticket> Tickets { get; }",
            "¦public Many<Ticket> Tickets { get; }"
        ),
        new(
            "STRYKE408",
            "public partial Ref<",
            Ticket,
            "public partial Ref<Project> Project { get; }",
            "¦public Ref<Project> Project { get; }"
        ),
    ];
}
