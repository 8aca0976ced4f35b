using static Stryke.Web.Specs.Compiler.Mistakes.MistakePlaces;

namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>In routes, the application and views.</summary>
internal static class AppMistakes
{
    public static IReadOnlyList<Mistake> All { get; } =
    [
        // routes
        new("STRYKE101", "did you mean 'About'", RoutesFile, "Home.About", "¦Home.Abuot"),
        new("STRYKE101", "has no action Show", RoutesFile, "only: [Create, Destroy]", "¦only: [Create, Destroy, Show]"),
        new("STRYKE102", "did you mean 'Home'", RoutesFile, "Home.About", "¦Hom.About"),
        new(
            "STRYKE102",
            "did you mean 'Projects'",
            RoutesFile,
            "Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));",
            "Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));\n        ¦Resources(Project);"
        ),
        new(
            "STRYKE103",
            "already routed",
            RoutesFile,
            "Get(\"/about\", Home.About);",
            "Get(\"/about\", Home.About);\n        ¦Get(\"/about\", Home.About);"
        ),
        new("STRYKE105", "remove the slash", RoutesFile, "\"/about\"", "¦\"/about/\""),
        new("CS1503", "'Stryke.Web.Routing.RestAction'", RoutesFile, "only: [Create, Destroy]", "¦only: Create"),
        new("STRYKE106", "as a list of actions", RoutesFile, "only: [Create, Destroy]", "¦only: new RestAction[2]"),
        new("STRYKE106", "did you mean 'Destroy'", RoutesFile, "only: [Create, Destroy]", "¦only: [Create, Destory]"),
        new("STRYKE106", "build time", RoutesFile, "Get(\"/about\", Home.About);", "¦if (true) { }"),
        new("STRYKE106", "did you mean 'Resources'", RoutesFile, "projects.Resources(Tickets", "¦projects.Resource(Tickets"),
        new("STRYKE106", "did you mean 'Get'", RoutesFile, "Get(\"/about\"", "¦Gett(\"/about\""),
        new("CS1739", "'nmae'", RoutesFile, "Get(\"/about\", Home.About);", "¦Get(\"/about\", Home.About, nmae: \"About\");"),
        new(
            "STRYKE110",
            "no action",
            RoutesFile,
            "projects => projects.Resources(Tickets, only: [Create, Destroy])",
            "projects => ¦projects.Resources(Tickets, only: [])"
        ),
        new("CS0246", "'RouteMapp'", RoutesFile, "Routes : RouteMap", "Routes : ¦RouteMapp"),
        new("STRYKE102", "did you mean 'Projects'", RoutesFile, "Resources(Projects, projects", "¦Resources(Projcts, projects"),
        new("STRYKE102", "did you mean 'Projects'", RoutesFile, "Resources(Projects, projects", "¦Resources(Project, projects"),
        new("STRYKE102", "did you mean 'Tickets'", RoutesFile, "projects.Resources(Tickets,", "projects.¦Resources(Tickts,"),
        new(
            "STRYKE102",
            "write 'public sealed partial class InvoicesController",
            RoutesFile,
            "Home.About);",
            "Home.About);\n        ¦Resources(Invoices);"
        ),
        new(
            "STRYKE104",
            "never reached",
            RoutesFile,
            "Home.About);",
            "Home.About);\n        Get(\"/x/:a\", Home.About);\n        ¦Get(\"/x/:b\", Home.About);"
        ),
        new("STRYKE107", "name:", RoutesFile, "Home.About);", "Home.About);\n        ¦Get(\"/About\", Home.About);"),
        new(
            "STRYKE109",
            "second route map",
            Base,
            "public abstract partial class",
            "¦public sealed partial class More : RouteMap { protected override void Draw() => Root(Home.About); }\n\n"
                + "public abstract partial class"
        ),
        new("STRYKE106", "literal string", RoutesFile, "\"/about\"", "¦\"/about\" + 1"),
        new(
            "STRYKE106",
            "only calls such as",
            RoutesFile,
            "        Get(\"/about\", Home.About);",
            "        ¦foreach (string path in new[] { \"/about\" }) Get(path, Home.About);"
        ),
        new("CS1503", "string", RoutesFile, "Home.About", "¦\"home#about\""),
        new(
            "CS1503",
            "string",
            RoutesFile,
            "Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));",
            "Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));\n        ¦Resources(\"invoices\");"
        ),
        new("CS1503", "ActionToken", RoutesFile, "Home.About", "¦Home"),
        new("CS1660", "lambda", RoutesFile, "only: [Create, Destroy]", "¦only: tickets => { }"),
        new(
            "STRYKE110",
            "no action",
            RoutesFile,
            "Home.About);",
            "Home.About);\n        ¦Resources(Home, only: [Index], except: [Index]);"
        ),
        // the application
        new(
            "STRYKE501",
            "must not be nested in another type",
            "config/Application.cs",
            "public sealed partial class Application : WebApplication;",
            "public static partial class Outer\n{\n    ¦public sealed partial class Inner : WebApplication;\n}\n\n"
                + "public sealed partial class Application : WebApplication;"
        ),
        new(
            "STRYKE505",
            "both derive from Seeds",
            "db/Seeds.cs",
            "public sealed class Seeds",
            "public sealed class More : Stryke.Web.Persistence.Seeds { public override Task Run() => "
                + "Task.CompletedTask; }\n\n¦public sealed class Seeds"
        ),
        new("CS0246", "'WebAplication'", "config/Application.cs", "WebApplication", "¦WebAplication"),
        // views
        new("STRYKE301", "did you mean Views.Projects.Project", List, "Views.Projects.Project(project)", "¦Views.Projects.Projct(project)"),
    ];
}
