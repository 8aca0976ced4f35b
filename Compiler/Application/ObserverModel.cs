using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Application;

/// <summary>The observers of an app, in the order in which they are told.</summary>
internal sealed record ObserverModel(EquatableArray<ObserverClass> Observers, EquatableArray<DiagnosticInfo> Diagnostics)
{
    /// <summary>What an app has that lists none.</summary>
    public static ObserverModel Default { get; } = new(EquatableArray<ObserverClass>.Empty, EquatableArray<DiagnosticInfo>.Empty);

    public bool Has(ObserverConcern concern) => Observers.Any(observer => observer.Observes(concern));
}
