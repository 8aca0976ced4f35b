using Microsoft.CodeAnalysis;
using Stryke.Web.Compiler.Symbols;

namespace Stryke.Web.Compiler.Application;

/// <summary>The interfaces by which observers are told, and which of them a class implements.</summary>
internal static class ObserverHooks
{
    private static readonly (string Interface, ObserverConcern Concern)[] Interfaces =
    [
        (KnownTypes.ExchangeObserver, ObserverConcern.Exchanges),
        (KnownTypes.QueryObserver, ObserverConcern.Queries),
        (KnownTypes.JobObserver, ObserverConcern.Jobs),
    ];

    public static ObserverConcern ConcernsOf(INamedTypeSymbol type)
    {
        var concerns = ObserverConcern.None;
        foreach (var hook in Interfaces)
        {
            if (type.AllInterfaces.Any(implemented => implemented.ToDisplayString() == hook.Interface))
                concerns |= hook.Concern;
        }
        return concerns;
    }

    /// <summary>Why a class cannot observe; null when it can.</summary>
    public static string? Mistake(INamedTypeSymbol type)
    {
        var implemented = type.AllInterfaces.Where(i => Interfaces.Any(hook => hook.Interface == i.ToDisplayString())).ToList();
        if (implemented.Count == 0)
            return "implement IExchangeObserver, IQueryObserver or IJobObserver";
        var hidden = implemented
            .SelectMany(i => i.GetMembers())
            .FirstOrDefault(member =>
                type.FindImplementationForInterfaceMember(member) is IMethodSymbol { ExplicitInterfaceImplementations.Length: > 0 }
            );
        return hidden is null ? null : $"implement {hidden.Name} as a public method, so that it is called directly";
    }
}
