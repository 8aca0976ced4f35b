namespace Stryke.Web.Compiler.Application;

/// <summary>A class that observes.</summary>
/// <param name="FullName">Its type, with <c>global::</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="Concerns">What it observes.</param>
internal sealed record ObserverClass(string FullName, string Name, ObserverConcern Concerns)
{
    public bool Observes(ObserverConcern concern) => (Concerns & concern) != 0;
}
