using Microsoft.CodeAnalysis;
using Xunit;

namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>One cause, one diagnostic: of generators, analyzers and C# together, at the line of the mistake.</summary>
public sealed class OneCauseSpec
{
    public static TheoryData<int> Numbers { get; } = [.. Enumerable.Range(0, MistakeList.All.Count)];

    [Fact]
    public async Task An_app_without_a_mistake_has_none_reported() => Assert.Empty(await WholeApp.Correct.Build());

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task A_mistake_brings_one_diagnostic_at_its_line(int number)
    {
        var mistake = MistakeList.All[number];
        var app = WholeApp.Correct.With(mistake.File, mistake.Passage, mistake.Written);
        int line = app.LineOf(mistake.File, mistake.Written) + mistake.Instead.TakeWhile(c => c != '¦').Count(c => c == '\n');

        var said = await app.Build();

        string all = $"{mistake}\n{string.Join('\n', said.Select(one => $"{WholeApp.Short(one)} {one.GetMessage()}"))}";
        Assert.True(said.Count == 1 && WholeApp.Short(said[0]) == $"{mistake.Id} {mistake.File}:{line}", all);
        Assert.Contains(mistake.Says, said[0].GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_of_several_mistakes_is_reported()
    {
        var app = WholeApp
            .Correct.With("app/models/Ticket.cs", "    [Presence]\n", "    [Presense]\n")
            .With("app/controllers/TicketsController.cs", "[t.Title, t.Done]", "[t.Titel, t.Dnoe]")
            .With("app/views/projects/index.html.erb", "\"delete\"", "\"delte\"")
            .With("config/Routes.cs", "Home.About", "Home.Abuot");

        var ids = (await app.Build()).Select(one => one.Id);

        Assert.Equal(["STRYKE101", "STRYKE226", "STRYKE421", "STRYKE421", "STRYKE506"], ids.Order());
    }

    [Theory]
    [InlineData("[NotMapped] public string Note { get; set; } = \"\";")]
    [InlineData("public string Note => Title;")]
    [InlineData("public string Note { get => Title; set => Title = value; }")]
    [InlineData("public string Note { get; } = \"\";")]
    [InlineData("private string Note { get; set; } = \"\"; private string Twice => Note + Note;")]
    [InlineData("public static string Note { get; set; } = \"\";")]
    [InlineData("public const string Note = \"\";")]
    [InlineData("[NotMapped] public string Note = \"\";")]
    public async Task What_is_the_authors_own_in_a_model_is_no_mistake(string member) =>
        Assert.Empty(await WholeApp.Correct.With("app/models/Ticket.cs", "    [BeforeSave]", $"    {member}\n\n    [BeforeSave]").Build());

    [Theory]
    [InlineData("Resources(Tickets, only: [Create], tickets => tickets.Resources(Projects));")]
    [InlineData("Resources(Tickets, except: [Index, Show, New, Edit, Update], tickets => tickets.Resources(Projects));")]
    [InlineData("Resources(Tickets, tickets => tickets.Resources(Projects), [Create]);")]
    [InlineData("Resources(only: [Create], nested: tickets => tickets.Resources(Projects), controller: Tickets);")]
    public async Task The_arguments_of_a_resource_stand_in_any_order(string resource)
    {
        const string Written = "Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));";
        Assert.Empty(await WholeApp.Correct.With("config/Routes.cs", Written, $"{Written}\n        {resource}").Build());
    }

    [Theory]
    [InlineData("var open = Project.All.Open; return Views.Projects.Index(await open.Where(p => p.¦Nmae == \"\"));")]
    [InlineData("return Views.Projects.Index(await Project.Where((p) => p.¦Nmae.Like(\"a%\") && p.Budget > 3));")]
    [InlineData("return Views.Projects.Index(await Project.All.With(p => p.Tickets).OrderByDescending(p => p.¦Creatd));")]
    [InlineData(
        "var project = await Project.Get(1); return Text($\"{await new Project().Tickets.Query().Where(t => t.¦Titel == \"\").Count()}\");"
    )]
    public async Task A_misspelt_column_is_found_wherever_its_query_comes_from(string body)
    {
        var app = WholeApp.Correct.With(
            "app/controllers/HomeController.cs",
            "    public Result About()",
            $"    public async Task<Result> List()\n    {{\n        {body.Replace("¦", "", StringComparison.Ordinal)}\n    }}\n\n"
                + "    public Result About()"
        );

        var said = Assert.Single(await app.Build());

        Assert.Equal("STRYKE421 app/controllers/HomeController.cs:7", WholeApp.Short(said));
        Assert.Equal(8 + body.IndexOf('¦'), said.Location.GetLineSpan().StartLinePosition.Character);
    }

    [Theory]
    [InlineData("return Text((await Project.All).Where(p => p.Shown == \"\").Count().ToString());")]
    [InlineData("var all = await Project.All; return Text(string.Join(\",\", all.Select(p => p.Shown)));")]
    [InlineData("return Text(new[] { \"a\" }.Count(p => p.Length > 1).ToString() + await Project.Count());")]
    public async Task Lambdas_on_rows_are_not_about_columns(string body)
    {
        var app = WholeApp.Correct.With(
            "app/controllers/HomeController.cs",
            "    public Result About()",
            $"    public async Task<Result> List() {{ {body} }}\n\n    public Result About()"
        );
        Assert.Empty(await app.Build());
    }
}
