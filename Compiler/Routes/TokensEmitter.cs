using Stryke.Web.Compiler.Text;

namespace Stryke.Web.Compiler.Routes;

/// <summary>
/// Writes the names that <c>Draw</c> uses as members of the route map: <c>Posts</c>, <c>Posts.Index</c>, <c>Api.V1.Posts</c>.
/// </summary>
internal static class TokensEmitter
{
    public static string Emit(RouteTable table)
    {
        var code = new CodeWriter().Header("the controllers of the app");
        // A token may have the name of something that RouteMap or object already has.
        code.Line("#pragma warning disable CS0108").Line();
        if (table.Drawing.Namespace.Length > 0)
            code.Line($"namespace {table.Drawing.Namespace};").Line();
        using (code.Block($"partial class {table.Drawing.ClassName}"))
        {
            bool isFirst = true;
            var tree = TokenNode.TreeOf(table);
            foreach (var node in tree.Children.Values)
            {
                if (!isFirst)
                    code.Line();
                isFirst = false;
                EmitNode(code, node, "private static");
            }
            foreach (var misspelt in table.Drawing.Misspelt.Where(one => !tree.Children.ContainsKey(one.Name)))
                EmitMisspelt(code, misspelt);
        }
        EmitMisspeltOfScopes(code, table.Drawing.Misspelt);
        return code.ToString();
    }

    private static void EmitMisspelt(CodeWriter code, MisspeltName name)
    {
        if (name.Scope is null)
            code.Line($"private static global::Stryke.Web.Routing.RestAction {name.Name} => {name.Meant};");
        else if (name.Scope == DrawScopeKind.Top)
            code.Line($"private void {name.Name}({string.Join(", ", CallSignatures.ParametersOf(name.Meant))}) {{ }}");
    }

    private static void EmitMisspeltOfScopes(CodeWriter code, IEnumerable<MisspeltName> names)
    {
        List<MisspeltName> scoped = [.. names.Where(name => name.Scope is { } scope && CallSignatures.TypeOf(scope) is not null)];
        if (scoped.Count == 0)
            return;
        using (code.Block("internal static class MisspeltCalls"))
        {
            foreach (var name in scoped)
            {
                string scope = CallSignatures.TypeOf(name.Scope!.Value)!,
                    parameters = string.Join(", ", CallSignatures.ParametersOf(name.Meant));
                code.Line($"internal static void {name.Name}(this {scope} scope, {parameters}) {{ }}");
            }
        }
    }

    private static void EmitNode(CodeWriter code, TokenNode node, string access)
    {
        string contents = node.Controller is { } controller ? $"The actions of {controller}." : $"The controllers in {node.Name}.";
        code.Line($"/// <summary>{contents}</summary>");
        code.Line($"{access} {node.Name}Token {node.Name} => new();").Line();
        string owner = access == "private static" ? "private" : "public";
        string kind = node.Controller is null
            ? $"{owner} readonly struct {node.Name}Token"
            : $"{owner} sealed class {node.Name}Token : global::Stryke.Web.Routing.ControllerToken";
        using (code.Block(kind))
        {
            bool isFirst = true;
            foreach (string action in node.Actions.Where(action => !node.Children.ContainsKey(action)))
            {
                if (!isFirst)
                    code.Line();
                isFirst = false;
                code.Line($"/// <summary>{node.Controller}.{action}</summary>");
                code.Line($"public global::Stryke.Web.Routing.ActionToken {action} => default;");
            }
            foreach (var child in node.Children.Values)
            {
                if (!isFirst)
                    code.Line();
                isFirst = false;
                EmitNode(code, child, "public");
            }
        }
    }
}
