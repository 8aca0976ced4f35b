namespace Stryke.Web.Specs.Compiler.Mistakes;

/// <summary>Files of <see cref="WholeAppFiles"/>.</summary>
internal static class MistakePlaces
{
    public const string RoutesFile = "config/Routes.cs",
        Projects = "app/controllers/ProjectsController.cs",
        Tickets = "app/controllers/TicketsController.cs",
        Base = "app/controllers/ApplicationController.cs",
        Home = "app/controllers/HomeController.cs",
        Project = "app/models/Project.cs",
        Ticket = "app/models/Ticket.cs",
        Query = "app/models/ProjectQuery.cs",
        Form = "app/views/projects/edit.html.erb",
        List = "app/views/projects/index.html.erb";
}
