namespace Stryke.Web.Compiler.Routes;

/// <summary>One name in the tree of tokens: a namespace (<c>Api</c>), a controller (<c>Posts</c>), or both.</summary>
internal sealed class TokenNode(string name)
{
    public string Name { get; } = name;

    public SortedDictionary<string, TokenNode> Children { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Actions { get; } = new(StringComparer.Ordinal);

    /// <summary>The controller's class, when there is one or a route names it.</summary>
    public string? Controller { get; set; }

    /// <summary>
    /// All tokens of an app: those of its controllers, and those that <c>Draw</c> names in vain. The latter are there so that the
    /// compiler's own complaint does not stand beside STRYKE101 and STRYKE102.
    /// </summary>
    public static TokenNode TreeOf(RouteTable table)
    {
        var root = new TokenNode("");
        foreach (var controller in table.Controllers)
        {
            if (controller.IsAbstract && !table.Drawing.Controllers.Any(u => u.Token == controller.TokenBelow(table.Drawing.Namespace)))
                continue;
            var node = root.At(controller.TokenBelow(table.Drawing.Namespace));
            node.Controller = controller.NameBelow(table.Drawing.Namespace);
            foreach (var action in controller.Actions)
                node.Actions.Add(action.Name);
        }
        foreach (var use in table.Drawing.Controllers)
        {
            var node = root.At(use.Token);
            node.Controller ??= use.Token + "Controller";
        }
        foreach (var route in table.Drawing.Routes)
            root.At(route.Controller).Actions.Add(route.Action);
        return root;
    }

    private TokenNode At(string token)
    {
        var node = this;
        foreach (string name in token.Split('.'))
        {
            if (!node.Children.TryGetValue(name, out var child))
                node.Children[name] = child = new TokenNode(name);
            node = child;
        }
        return node;
    }
}
