using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Stryke.Web.Compiler.Symbols;
using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Controllers;

/// <summary>Reads one controller from its symbols: its own members and those that it inherits within the app.</summary>
internal sealed class ControllerReader(INamedTypeSymbol type, ClassDeclarationSyntax declaration, IReadOnlyList<INamedTypeSymbol> hierarchy)
{
    private readonly List<DiagnosticInfo> _diagnostics = [];

    public ParsedController Read()
    {
        var actions = ReadActions();
        var filters = new FilterReader(type, hierarchy, actions, _diagnostics);
        filters.Read();
        var model = new ControllerModel(
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            type.Name,
            type.IsAbstract,
            IsReusable: !hierarchy.Any(DeclaresState),
            actions.Where(a => a.Model is not null).Select(a => a.Model!).ToEquatableArray(),
            filters.Filters.ToEquatableArray(),
            filters.Openings.ToEquatableArray()
        )
        {
            IsApi = KnownTypes.Is(hierarchy[0].BaseType, KnownTypes.ApiController),
        };
        return new ParsedController(Checked(model, actions), _diagnostics.ToEquatableArray());
    }

    private ControllerModel Checked(ControllerModel model, List<ReadAction> actions)
    {
        bool hasConstructor = type.IsAbstract || type.InstanceConstructors.Any(c => c.Parameters.Length == 0);
        bool canDispatch = CheckPlace();
        if (canDispatch && !hasConstructor)
            Wrong(type.InstanceConstructors[0].Locations[0], ControllersDiagnostics.NoConstructor);
        return model with
        {
            CanDispatch = canDispatch,
            CanBeMade = hasConstructor,
            Faulty = actions.Where(a => a.Model is null).Select(a => a.Name).ToEquatableArray(),
        };
    }

    private bool CheckPlace()
    {
        var name = declaration.Identifier.GetLocation();
        if (type.ContainingType is not null)
            return Wrong(name, ControllersDiagnostics.BadPlace, "it is nested in another class");
        return !type.IsGenericType || Wrong(name, ControllersDiagnostics.BadPlace, "it has type parameters");
    }

    private bool Wrong(Location where, DiagnosticDescriptor rule, params string[] more)
    {
        _diagnostics.Add(DiagnosticInfo.At(SourceSpan.Of(where), rule, [type.Name, .. more]));
        return false;
    }

    private List<ReadAction> ReadActions()
    {
        var actions = new List<ReadAction>();
        foreach (var c in hierarchy)
        {
            bool isOwn = SymbolEqualityComparer.Default.Equals(c, type);
            foreach (var method in c.GetMembers().OfType<IMethodSymbol>().Where(IsActionLike))
            {
                if (actions.FindIndex(a => a.Name == method.Name) is >= 0 and var same)
                {
                    if (!method.IsOverride && isOwn)
                        Wrong(method.Locations[0], ControllersDiagnostics.AmbiguousAction, method.Name);
                    else if (method.IsOverride)
                        actions[same] = new ReadAction(method.Name, ReadAction(method, isOwn));
                    continue;
                }
                if (isOwn && HidesMember(method))
                    Wrong(method.Locations[0], ControllersDiagnostics.ActionHides, method.Name);
                actions.Add(new ReadAction(method.Name, ReadAction(method, isOwn)));
            }
        }
        return actions;
    }

    /// <summary>Public methods are actions, but for what a base outside the app gave its shape to (ToString, Dispose).</summary>
    private static bool IsActionLike(IMethodSymbol method)
    {
        if (
            method
            is not {
                MethodKind: MethodKind.Ordinary,
                DeclaredAccessibility: Accessibility.Public,
                IsStatic: false,
                IsImplicitlyDeclared: false
            }
        )
        {
            return false;
        }

        var root = method;
        while (root.OverriddenMethod is { } overridden)
            root = overridden;
        return KnownTypes.Hierarchy(root.ContainingType).Count > 0;
    }

    /// <summary>An action named Text would be what Text("…") calls, itself included.</summary>
    private bool HidesMember(IMethodSymbol method)
    {
        for (var c = hierarchy[0].BaseType; c is { SpecialType: not SpecialType.System_Object }; c = c.BaseType)
        {
            if (c.GetMembers(method.Name).Length > 0)
                return true;
        }
        return false;
    }

    private ActionModel? ReadAction(IMethodSymbol method, bool isOwn)
    {
        var shape = ShapeOf(method.ReturnType);
        if (shape is null || method.IsGenericMethod)
        {
            bool isToldByCSharp = KnownTypes.IsUnknown(method.ReturnType);
            if (isOwn && !isToldByCSharp)
                Wrong(method.Locations[0], ControllersDiagnostics.WrongReturn, method.Name);
            return null;
        }
        var parameters = new List<ParameterModel>();
        foreach (var parameter in method.Parameters)
        {
            if (ParameterReader.Read(parameter) is { } model)
                parameters.Add(model);
            else if (isOwn && !KnownTypes.IsUnknown(parameter.Type))
                Unbindable(parameter);
        }
        if (parameters.Count != method.Parameters.Length)
            return null;
        return new ActionModel(method.Name, shape.Value, parameters.ToEquatableArray(), BodyReader.Read(method, hierarchy))
        {
            Consumes = BodyReader.ReadConsumes(method, hierarchy),
        };
    }

    private void Unbindable(IParameterSymbol parameter) =>
        _diagnostics.Add(
            DiagnosticInfo.At(
                SourceSpan.Of(parameter.Locations[0]),
                ControllersDiagnostics.ParameterUnbindable,
                parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                parameter.Name
            )
        );

    private static ResultShape? ShapeOf(ITypeSymbol type)
    {
        if (KnownTypes.Is(type, KnownTypes.Result))
            return ResultShape.Value;
        if (type is not INamedTypeSymbol { Arity: 1 } generic || !KnownTypes.Is(generic.TypeArguments[0], KnownTypes.Result))
            return null;
        if (KnownTypes.Is(type, "System.Threading.Tasks.Task"))
            return ResultShape.Task;
        return KnownTypes.Is(type, "System.Threading.Tasks.ValueTask") ? ResultShape.ValueTask : null;
    }

    private static bool DeclaresState(INamedTypeSymbol c) =>
        c.GetMembers().Any(m => m is IFieldSymbol { IsStatic: false, IsConst: false } or IEventSymbol { IsStatic: false });
}
