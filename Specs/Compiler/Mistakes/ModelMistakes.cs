using static Stryke.Web.Specs.Compiler.Mistakes.MistakePlaces;

namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>In models, and in columns that are named by text.</summary>
internal static class ModelMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        // models
        new("STRYKE401", "float", Project, "public partial decimal? Budget { get; set; }", "¦public partial float? Budget { get; set; }"),
        new(
            "STRYKE401",
            "List<string>",
            Ticket,
            "    public partial bool Done",
            "    ¦public partial List<string> Labels { get; set; }\n    public partial bool Done"
        ),
        new(
            "STRYKE401",
            "DateTimeOffset",
            Ticket,
            "    public partial bool Done",
            "    ¦public partial DateTimeOffset DueAt { get; set; }\n    public partial bool Done"
        ),
        new("STRYKE420", "public partial bool Done", Ticket, "public partial bool Done { get; set; }", "¦public bool Done;"),
        new(
            "STRYKE404",
            "did you mean 'ProjectId'",
            Ticket,
            "    [BelongsTo]\n    public partial Ref<Project>",
            "    [BelongsTo(ForeignKey = \"ProjctId\")]\n    ¦public partial Ref<Project>"
        ),
        new(
            "STRYKE405",
            "did you mean 'ProjectId'",
            Project,
            "    [HasMany]\n    public partial Many<Ticket>",
            "    [HasMany(ForeignKey = \"ProjctId\")]\n    ¦public partial Many<Ticket>"
        ),
        new(
            "STRYKE422",
            "= \"\"",
            Ticket,
            "    public partial bool Done",
            "    ¦[NotMapped] public string Note { get; set; }\n    public partial bool Done"
        ),
        new(
            "STRYKE422",
            "nullable",
            Ticket,
            "    [BeforeSave]\n    private void Tidy() =>",
            "    ¦private string _note;\n\n    [BeforeSave]\n    private void Tidy() => _note ="
        ),
        new(
            "STRYKE402",
            "[Length]",
            Ticket,
            "    public partial bool Done",
            "    ¦[Length(1, 2)] public string Shown => Title;\n    public partial bool Done"
        ),
        new("STRYKE407", "'get' and 'set'", Ticket, "public partial bool Done { get; set; }", "¦public partial bool Done { get; }"),
        new("STRYKE407", "'get' and 'set'", Ticket, "public partial bool Done { get; set; }", "¦public partial bool Done { get; init; }"),
        new(
            "STRYKE408",
            "[BelongsTo]",
            Ticket,
            "    [BelongsTo]\n    public partial Ref<Project> Project",
            "    ¦public partial Ref<Project> Project"
        ),
        new("STRYKE408", "[HasMany]", Project, "    [HasMany]\n    public partial Many<Ticket>", "    ¦public partial Many<Ticket>"),
        new("STRYKE408", "Many<", Project, "public partial Many<Ticket> Tickets { get; }", "¦public partial List<Ticket> Tickets { get; }"),
        new("STRYKE408", "Ref<", Ticket, "public partial Ref<Project> Project { get; }", "¦public partial Project Project { get; }"),
        new("STRYKE409", "no parameters", Ticket, "private void Tidy()", "¦private void Tidy(int depth)"),
        new("STRYKE410", "it is no text", Ticket, "    public partial bool Done", "    ¦[Length(1, 2)] public partial bool Done"),
        new("STRYKE410", "did you mean 'ProjectId'", Ticket, "    [Presence]\n", "    ¦[Uniqueness(Scope = \"ProjctId\")]\n"),
        new(
            "STRYKE411",
            "Ref<Project?>",
            Ticket,
            "public partial long ProjectId { get; set; }\n    [BelongsTo]\n    public",
            "public partial long? ProjectId { get; set; }\n    [BelongsTo]\n    ¦public"
        ),
        new(
            "STRYKE413",
            "Every model has an Id",
            Ticket,
            "    public partial bool Done",
            "    ¦public new partial long Id { get; set; }\n    public partial bool Done"
        ),
        new(
            "STRYKE406",
            "'projects'",
            Ticket,
            "public sealed partial class Ticket",
            "[Table(\"projects\")]\n¦public sealed partial class Ticket"
        ),
        new("STRYKE506", "did you mean [Presence]", Ticket, "    [Presence]\n", "    ¦[Presense]\n"),
        new("STRYKE506", "did you mean [Length]", Project, "[Presence, Length(3, 60)]", "¦[Presence, Lenght(3, 60, Message = \"x\")]"),
        new("STRYKE506", "did you mean [HasMany]", Project, "[HasMany]", "¦[HasMeny]"),
        new("STRYKE506", "did you mean [BelongsTo]", Ticket, "[BelongsTo]", "¦[BelongTo]"),
        new("STRYKE506", "did you mean [BeforeSave]", Ticket, "[BeforeSave]", "¦[BeforSave]"),
        new("STRYKE506", "did you mean [Presence]", Ticket, "    [Presence]\n", "    ¦[Required]\n"),
        new("CS0246", "'Modle'", Ticket, "Ticket : Model", "Ticket : ¦Modle"),
        new("CS0246", "'Maxi'", Project, "Length(3, 60)", "¦Length(Maxi = 60)"),
        new("STRYKE423", "did you mean 'Ticket'?", Project, "public partial Many<Ticket>", "public partial ¦Many<Tickt>"),
        new("STRYKE423", "did you mean 'string'?", Ticket, "public partial string Title", "¦public partial strng Title"),
        new(
            "STRYKE423",
            "did you mean 'DateTime'?",
            Ticket,
            "    public partial bool Done",
            "    ¦public partial DateTme DueAt { get; set; }\n    public partial bool Done"
        ),
        new("CS0117", "'Destory'", Project, "[HasMany]", "[HasMany(Dependent = ¦Dependent.Destory)]"),
        new("STRYKE410", "[Presence] does not fit Project", Ticket, "    [BelongsTo]\n", "    [BelongsTo]\n    ¦[Presence]\n"),
        new(
            "STRYKE409",
            "void or Task",
            Ticket,
            "    [BeforeSave]\n    private void Tidy() => Title = Title.Trim();",
            "    [AfterSave]\n    ¦private bool Tidy() => Title == \"\";"
        ),
        new(
            "STRYKE412",
            "is nested in",
            Ticket,
            "    public partial bool Done",
            "    public sealed partial class ¦Step : Model { public partial string Name { get; set; } }\n\n    public partial bool Done"
        ),
        new(
            "STRYKE412",
            "type parameters",
            Query,
            "public sealed partial class ProjectQuery",
            "¦public sealed partial class Step<T> : Model;\n\npublic sealed partial class ProjectQuery"
        ),
        // columns by name
        new("STRYKE421", "did you mean 'Budget'", Query, "p.Budget > 0", "p.¦Budgt > 0"),
        new("STRYKE421", "did you mean 'Name'", Projects, "p => [p.Name, p.Budget]", "p => [p.¦Nmae, p.Budget]"),
        new("STRYKE421", "did you mean 'Tickets'", Projects, "p => p.Tickets", "p => p.¦Tikets"),
        new("STRYKE421", "did you mean 'Name'", Projects, "OrderBy(p => p.Name)", "OrderBy(p => p.¦Nam)"),
        new("STRYKE421", "did you mean 'Id'", Projects, "p => p.Id == id", "p => p.¦Idd == id"),
        new("STRYKE421", "did you mean 'Title'", Tickets, "t.Title, t.Done]", "t.¦Titel, t.Done]"),
        new("STRYKE421", "did you mean 'Budget'", Form, "f.NumberField(p => p.Budget)", "f.NumberField(p => p.¦Bugdet)"),
    ];
}
