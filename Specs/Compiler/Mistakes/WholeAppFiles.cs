using System.Collections.Immutable;

namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>The files of a small app in which nothing is wrong: projects and their tickets.</summary>
internal static class WholeAppFiles
{
    public static ImmutableDictionary<string, string> All { get; } =
        new Dictionary<string, string>
        {
            ["Program.cs"] = """
                return App.Run<Blog.Application>(args);

                """,
            ["config/Application.cs"] = """
                namespace Blog;

                public sealed partial class Application : WebApplication;

                """,
            ["config/Routes.cs"] = """
                namespace Blog;

                public sealed partial class Routes : RouteMap
                {
                    protected override void Draw()
                    {
                        Root(Projects.Index);
                        Get("/about", Home.About);
                        Resources(Projects, projects => projects.Resources(Tickets, only: [Create, Destroy]));
                    }
                }

                """,
            ["config/Middleware.cs"] = """
                namespace Blog;

                public sealed class Middleware : MiddlewareStack
                {
                    protected override void Draw()
                    {
                        Use<SecurityHeaders>();
                        Use<Sessions>();
                        Use<Csrf>();
                    }
                }

                """,
            ["config/Observers.cs"] = """
                namespace Blog;

                public sealed class Observers : ObserverList
                {
                    protected override void Draw()
                    {
                        Observe<Metrics>();
                    }
                }

                public sealed class Metrics : IExchangeObserver, IQueryObserver
                {
                    private long _requests;

                    public void OnExchangeStarted(HttpExchange exchange) => Interlocked.Increment(ref _requests);

                    public void OnExchangeEnded(HttpExchange exchange, in ExchangeEnd end) => Interlocked.Decrement(ref _requests);

                    public void OnQueryStarted(in QueryStart query) { }

                    public void OnQueryEnded(in QueryEnd query) { }
                }

                """,
            ["app/controllers/ApplicationController.cs"] = """
                namespace Blog;

                public abstract partial class ApplicationController : Controller
                {
                    [Before] private Result? RequireLogin() => Params["key"] is null ? NotFound() : null;
                }

                """,
            ["app/controllers/HomeController.cs"] = """
                namespace Blog;

                public sealed partial class HomeController : ApplicationController
                {
                    public Result About() => Text("About");
                }

                """,
            ["app/controllers/ProjectsController.cs"] = """
                namespace Blog;

                public sealed partial class ProjectsController : ApplicationController
                {
                    [Before(Only = [nameof(Edit), nameof(Update)])]
                    private void Remember() => Session["last"] = "edit";

                    public async Task<Result> Index() =>
                        Views.Projects.Index(await Project.All.Open.With(p => p.Tickets).OrderBy(p => p.Name));

                    public async Task<Result> Show(long id) =>
                        await Project.Find(id) is { } project ? Views.Projects.Edit(project) : NotFound();

                    public Result New() => Views.Projects.Edit(new Project());

                    public async Task<Result> Create()
                    {
                        var project = new Project(ProjectParams);
                        return await project.Save() ? RedirectTo(Paths.Project(project)) : Unprocessable(Views.Projects.Edit(project));
                    }

                    public async Task<Result> Edit(long id) =>
                        await Project.Where(p => p.Id == id).First() is { } project ? Views.Projects.Edit(project) : NotFound();

                    public Result Update(long id) => RedirectTo(Paths.Project(id));

                    public Result Destroy(long id) => RedirectTo(Paths.Projects);

                    private Permitted<Project> ProjectParams => Project.Permit(Params, p => [p.Name, p.Budget]);
                }

                """,
            ["app/controllers/TicketsController.cs"] = """
                namespace Blog;

                public sealed partial class TicketsController : ApplicationController
                {
                    public async Task<Result> Create(long projectId)
                    {
                        var ticket = new Ticket(Ticket.Permit(Params, t => [t.Title, t.Done])) { ProjectId = projectId };
                        return await ticket.Save() ? RedirectTo(Paths.Project(projectId)) : Json(new Answer(ticket.Title, ticket.Done));
                    }

                    public async Task<Result> Destroy(long projectId, long id)
                    {
                        await Ticket.Destroy(id);
                        return RedirectTo(Paths.Project(projectId));
                    }
                }

                public sealed record Answer(string Title, bool Done);

                """,
            ["app/models/Project.cs"] = """
                namespace Blog;

                public sealed partial class Project : Model
                {
                    [Presence, Length(3, 60)]
                    public partial string Name { get; set; }
                    public partial decimal? Budget { get; set; }
                    [HasMany]
                    public partial Many<Ticket> Tickets { get; }

                    public string Shown => $"{Name} ({Budget})";
                }

                """,
            ["app/models/ProjectQuery.cs"] = """
                namespace Blog;

                public sealed partial class ProjectQuery
                {
                    public ProjectQuery Open => Where(p => p.Budget > 0);
                }

                """,
            ["app/models/Ticket.cs"] = """
                namespace Blog;

                public sealed partial class Ticket : Model
                {
                    [Presence]
                    public partial string Title { get; set; }
                    public partial bool Done { get; set; }
                    public partial long ProjectId { get; set; }
                    [BelongsTo]
                    public partial Ref<Project> Project { get; }

                    [BeforeSave]
                    private void Tidy() => Title = Title.Trim();
                }

                """,
            ["app/views/layouts/application.html.erb"] = "<main><%= Yield() %></main>\n",
            ["app/views/projects/index.html.erb"] = """
                <%@ IReadOnlyList<Project> projects %>
                <% foreach (var project in projects) { %>
                  <%= Views.Projects.Project(project) %>
                  <%= ButtonTo("Remove", Paths.Project(project), method: "delete") %>
                <% } %>

                """,
            ["app/views/projects/_project.html.erb"] = "<%@ Project project %>\n<p><%= project.Name %></p>\n",
            ["app/views/projects/edit.html.erb"] = """
                <%@ Project project %>
                <% using (var f = FormFor(project)) { %>
                  <%= f.Label(p => p.Name) %>
                  <%= f.TextField(p => p.Name) %>
                  <%= f.NumberField(p => p.Budget) %>
                  <%= f.Submit() %>
                <% } %>

                """,
            ["db/Seeds.cs"] = """
                namespace Blog;

                public sealed class Seeds : Stryke.Web.Persistence.Seeds
                {
                    public override async Task Run() => await Project.Create(new Project { Name = "Ours" });
                }

                """,
            ["db/migrations/20260426120000_CreateProjects.cs"] = """
                namespace Blog;

                public sealed class CreateProjects : Migration
                {
                    public override void Change()
                    {
                        CreateTable("projects", t =>
                        {
                            t.String("name", @null: false);
                            t.Decimal("budget");
                            t.Timestamps();
                        });
                    }
                }

                """,
            ["db/migrations/20260426120500_CreateTickets.cs"] = """
                namespace Blog;

                public sealed class CreateTickets : Migration
                {
                    public override void Change()
                    {
                        CreateTable("tickets", t =>
                        {
                            t.String("title", @null: false);
                            t.Bool("done");
                            t.References("project", to: "projects");
                            t.Timestamps();
                        });
                    }
                }

                """,
        }.ToImmutableDictionary();
}
