namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>Single mistakes, as people make them.</summary>
internal static class MistakeList
{
    private const string Routes = "config/Routes.cs",
        Projects = "app/controllers/ProjectsController.cs",
        Tickets = "app/controllers/TicketsController.cs",
        Base = "app/controllers/ApplicationController.cs",
        Home = "app/controllers/HomeController.cs",
        Project = "app/models/Project.cs",
        Ticket = "app/models/Ticket.cs",
        Query = "app/models/ProjectQuery.cs",
        Form = "app/views/projects/edit.html.erb",
        List = "app/views/projects/index.html.erb";

    public static IReadOnlyList<Mistake> All { get; } =
    [
        // 'partial' and 'sealed' left out
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
            Routes,
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
            "stands inside",
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
        // controllers
        new(
            "STRYKE201",
            "'Project id'",
            Projects,
            "Edit(long id) => await Project.Where(p => p.Id == id).First() is { } project ? Views.Projects.Edit(project) : NotFound();",
            "Edit(Project ¦id) => Views.Projects.Edit(await Project.Get(id.Id));"
        ),
        new(
            "STRYKE201",
            "'Project project'",
            Projects,
            "public Result Update(long id) => RedirectTo(Paths.Project(id))",
            "public Result Update(Project ¦project) => RedirectTo(Paths.Project(project))"
        ),
        new("STRYKE201", "'object id'", Projects, "public Result Destroy(long id)", "public Result Destroy(object ¦id)"),
        new("STRYKE202", "public", Projects, "public Result New() => Views.Projects.Edit(new Project());", "¦public string New() => \"\";"),
        new("STRYKE202", "public", Home, "public Result About()", "¦public Result? About()"),
        new("STRYKE203", "did you mean 'Edit'", Projects, "nameof(Edit), ", "¦\"Edt\", "),
        new("STRYKE207", "parameters", Base, "RequireLogin()", "¦RequireLogin(int a)"),
        new(
            "STRYKE208",
            "two actions named New",
            Projects,
            "    public Result New()",
            "    public Result New(long id) => NotFound();\n\n    ¦public Result New()"
        ),
        new(
            "STRYKE209",
            "constructor",
            Home,
            "class HomeController : ApplicationController\n{",
            "class ¦HomeController(int a) : ApplicationController\n{\n    public Result Zero() => Text($\"{a}\");\n"
        ),
        new(
            "STRYKE212",
            "hides",
            Home,
            "public Result About()",
            "public Result About() => Text(\"\");\n\n    ¦public Result Text(string q)"
        ),
        new("STRYKE211", "Use<T>()", "config/Middleware.cs", "Use<Sessions>();", "¦Console.WriteLine();"),
        new("CS0246", "'Sesions'", "config/Middleware.cs", "Use<Sessions>();", "¦Use<Sesions>();"),
        new("STRYKE506", "did you mean [Before]", Base, "[Before]", "¦[Befor]"),
        new("STRYKE506", "did you mean [Before]", Projects, "[Before(Only =", "¦[BeforeAction(Only ="),
        new("CS0246", "'ApplicationControler'", Home, "HomeController : ApplicationController", "HomeController : ¦ApplicationControler"),
        new("STRYKE205", "anonymous", Tickets, "Json(new Answer(ticket.Title, ticket.Done))", "¦Json(new { ticket.Title })"),
        new("STRYKE226", "did you mean 'delete'", List, "method: \"delete\"", "¦method: \"delte\""),
        new("STRYKE226", "did you mean 'patch'", Form, "FormFor(project)", "¦FormFor(project, method: \"ptach\")"),
        new("CS0246", "'Projekt'", Projects, "Destroy(long id)", "Destroy(¦Projekt id)"),
        new("CS0246", "'Reslt'", Projects, "public Result Destroy", "public ¦Reslt Destroy"),
        new("CS0246", "'Reslt'", Base, "private Result? RequireLogin", "private ¦Reslt? RequireLogin"),
        new("CS0103", "'Edt'", Projects, "nameof(Edit), ", "¦nameof(Edt), "),
        new(
            "CS1983",
            "async",
            Projects,
            "public Result Update(long id) => RedirectTo(Paths.Project(id));",
            "public async ¦Result Update(long id) => RedirectTo(Paths.Project(await Task.FromResult(id)));"
        ),
        new(
            "STRYKE201",
            "'Ticket[] tickets'",
            Tickets,
            "Destroy(long projectId, long id)",
            "Destroy(long projectId, long id, Ticket[] ¦tickets)"
        ),
        new(
            "STRYKE202",
            "public",
            Tickets,
            "public async Task<Result> Destroy(long projectId, long id)\n    {\n        await Ticket.Destroy(id);\n        return RedirectTo(Paths.Project(projectId));",
            "¦public async Task Destroy(long projectId, long id)\n    {\n        await Ticket.Destroy(id);"
        ),
        new(
            "STRYKE210",
            "stands in another class",
            Home,
            "    public Result About()",
            "    public sealed partial class ¦MoreController : Controller { public Result Index() => Text(\"\"); }\n\n    public Result About()"
        ),
        new("STRYKE203", "there are: Index", Projects, "nameof(Edit), ", "¦nameof(ToString), "),
        // routes
        new("STRYKE101", "did you mean 'About'", Routes, "Home.About", "¦Home.Abuot"),
        new("STRYKE101", "has no action Show", Routes, "only: [Create, Destroy]", "¦only: [Create, Destroy, Show]"),
        new("STRYKE102", "did you mean 'Home'", Routes, "Home.About", "¦Hom.About"),
        new(
            "STRYKE102",
            "did you mean 'Projects'",
            Routes,
            "Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));",
            "Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));\n        ¦Resources(Project);"
        ),
        new(
            "STRYKE103",
            "already routed",
            Routes,
            "Get(\"/about\", Home.About);",
            "Get(\"/about\", Home.About);\n        ¦Get(\"/about\", Home.About);"
        ),
        new("STRYKE105", "cannot be read", Routes, "\"/about\"", "¦\"/about/\""),
        new("CS1503", "'Stryke.Web.Routing.RestAction'", Routes, "only: [Create, Destroy]", "¦only: Create"),
        new("STRYKE106", "'only' is a list", Routes, "only: [Create, Destroy]", "¦only: new RestAction[2]"),
        new("STRYKE106", "did you mean 'Destroy'", Routes, "only: [Create, Destroy]", "¦only: [Create, Destory]"),
        new("STRYKE106", "build time", Routes, "Get(\"/about\", Home.About);", "¦if (true) { }"),
        new("STRYKE106", "did you mean 'Resources'", Routes, "projects.Resources(Tickets", "¦projects.Resource(Tickets"),
        new("STRYKE106", "did you mean 'Get'", Routes, "Get(\"/about\"", "¦Gett(\"/about\""),
        new("CS1739", "'nmae'", Routes, "Get(\"/about\", Home.About);", "¦Get(\"/about\", Home.About, nmae: \"About\");"),
        new(
            "STRYKE110",
            "no action",
            Routes,
            "projects => projects.Resources(Tickets, only: [Create, Destroy])",
            "projects => ¦projects.Resources(Tickets, only: [])"
        ),
        new("CS0246", "'RouteMapp'", Routes, "Routes : RouteMap", "Routes : ¦RouteMapp"),
        new("STRYKE102", "did you mean 'Projects'", Routes, "Resources(Projects, projects", "¦Resources(Projcts, projects"),
        new("STRYKE102", "did you mean 'Projects'", Routes, "Resources(Projects, projects", "¦Resources(Project, projects"),
        new("STRYKE102", "did you mean 'Tickets'", Routes, "projects.Resources(Tickets,", "projects.¦Resources(Tickts,"),
        new(
            "STRYKE102",
            "write 'public sealed partial class InvoicesController",
            Routes,
            "Home.About);",
            "Home.About);\n        ¦Resources(Invoices);"
        ),
        new(
            "STRYKE104",
            "never reached",
            Routes,
            "Home.About);",
            "Home.About);\n        Get(\"/x/:a\", Home.About);\n        ¦Get(\"/x/:b\", Home.About);"
        ),
        new("STRYKE107", "name:", Routes, "Home.About);", "Home.About);\n        ¦Get(\"/About\", Home.About);"),
        new(
            "STRYKE109",
            "second route map",
            Base,
            "public abstract partial class",
            "¦public sealed partial class More : RouteMap { protected override void Draw() => Root(Home.About); }\n\npublic abstract partial class"
        ),
        new("STRYKE106", "literal string", Routes, "\"/about\"", "¦\"/about\" + 1"),
        new(
            "STRYKE106",
            "only calls such as",
            Routes,
            "        Get(\"/about\", Home.About);",
            "        ¦foreach (string path in new[] { \"/about\" }) Get(path, Home.About);"
        ),
        new("CS1503", "string", Routes, "Home.About", "¦\"home#about\""),
        new(
            "CS1503",
            "string",
            Routes,
            "Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));",
            "Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));\n        ¦Resources(\"invoices\");"
        ),
        new("CS1503", "ActionToken", Routes, "Home.About", "¦Home"),
        new("CS1660", "lambda", Routes, "only: [Create, Destroy]", "¦only: tickets => { }"),
        new("STRYKE110", "no action", Routes, "Home.About);", "Home.About);\n        ¦Resources(Home, only: [Index], except: [Index]);"),
        // the application
        new(
            "STRYKE501",
            "must stand in no other type",
            "config/Application.cs",
            "public sealed partial class Application : WebApplication;",
            "public static partial class Outer\n{\n    ¦public sealed partial class Inner : WebApplication;\n}\n\npublic sealed partial class Application : WebApplication;"
        ),
        new(
            "STRYKE505",
            "both derive from Seeds",
            "db/Seeds.cs",
            "public sealed class Seeds",
            "public sealed class More : Stryke.Web.Persistence.Seeds { public override Task Run() => Task.CompletedTask; }\n\n¦public sealed class Seeds"
        ),
        new("STRYKE507", "Observe<T>()", "config/Observers.cs", "Observe<Metrics>();", "¦Console.WriteLine();"),
        new("CS0246", "'Metriks'", "config/Observers.cs", "Observe<Metrics>();", "¦Observe<Metriks>();"),
        new("STRYKE508", "implement IExchangeObserver", "config/Observers.cs", "Observe<Metrics>();", "¦Observe<ProjectsController>();"),
        new(
            "STRYKE508",
            "in the list already",
            "config/Observers.cs",
            "Observe<Metrics>();",
            "Observe<Metrics>();\n        ¦Observe<Metrics>();"
        ),
        new(
            "STRYKE508",
            "implement OnExchangeStarted as a public method",
            "config/Observers.cs",
            "Observe<Metrics>();",
            """
            Observe<Metrics>();
                    ¦Observe<Hidden>();
                }

                internal sealed class Hidden : IExchangeObserver
                {
                    void IExchangeObserver.OnExchangeStarted(HttpExchange exchange) { }

                    public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) { }
            """
        ),
        new(
            "STRYKE508",
            "make it internal or public",
            "config/Observers.cs",
            "Observe<Metrics>();",
            """
            Observe<Metrics>();
                    ¦Observe<Own>();
                }

                private sealed class Own : IExchangeObserver
                {
                    public void OnExchangeStarted(HttpExchange exchange) { }

                    public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) { }
            """
        ),
        new("CS0246", "'WebAplication'", "config/Application.cs", "WebApplication", "¦WebAplication"),
        // views
        new("STRYKE301", "did you mean Views.Projects.Project", List, "Views.Projects.Project(project)", "¦Views.Projects.Projct(project)"),
    ];
}
