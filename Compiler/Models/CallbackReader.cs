using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Models;

/// <summary>Reads the methods that run when a model is checked, saved or destroyed.</summary>
internal sealed class CallbackReader(List<DiagnosticInfo> diagnostics)
{
    private const string Task = "System.Threading.Tasks";

    public IEnumerable<CallbackMethod> Read(INamedTypeSymbol type, CancellationToken cancel)
    {
        foreach (var method in type.GetMembers().OfType<IMethodSymbol>())
        {
            foreach (string moment in Moments(method))
            {
                if (Shape(method, moment) is { } callback)
                    yield return callback;
                else
                    Report(method, moment, cancel);
            }
        }
    }

    private static IEnumerable<string> Moments(IMethodSymbol method) =>
        PersistenceNames
            .Attributes(method, PersistenceNames.Namespace)
            .Select(one => one.Name)
            .Where(name => name.StartsWith("Before", StringComparison.Ordinal) || name.StartsWith("After", StringComparison.Ordinal))
            .Concat(
                PersistenceNames.Attributes(method, PersistenceNames.Validation).Select(one => one.Name).Where(name => name == "Validate")
            );

    private static CallbackMethod? Shape(IMethodSymbol method, string moment)
    {
        if (method.IsStatic || method.Parameters.Length > 0 || method.IsGenericMethod)
            return null;
        bool isAwaited = PersistenceNames.Is(method.ReturnType, Task, "Task") || PersistenceNames.Is(method.ReturnType, Task, "ValueTask");
        var result =
            isAwaited ? ((INamedTypeSymbol)method.ReturnType).TypeArguments.FirstOrDefault()
            : method.ReturnsVoid ? null
            : method.ReturnType;
        bool mayRefuse = result?.SpecialType == SpecialType.System_Boolean;
        if (result is not null && (!mayRefuse || !CanRefuse(moment)))
            return null;
        return new CallbackMethod(moment, method.Name, isAwaited, mayRefuse);
    }

    private static bool CanRefuse(string moment) => moment.StartsWith("Before", StringComparison.Ordinal);

    private void Report(IMethodSymbol method, string moment, CancellationToken cancel)
    {
        var where = method.DeclaringSyntaxReferences[0].GetSyntax(cancel) is MethodDeclarationSyntax syntax
            ? syntax.Identifier.GetLocation()
            : method.Locations[0];
        diagnostics.Add(
            DiagnosticInfo.At(
                SourceSpan.Of(where),
                ModelsDiagnostics.BadCallback,
                method.Name,
                moment,
                CanRefuse(moment) ? "void, bool, Task or Task<bool>" : "void or Task"
            )
        );
    }
}
