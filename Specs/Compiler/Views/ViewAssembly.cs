using System.Buffers;
using System.Reflection;
using System.Text;
using Stryke.Web.Specs.Views;
using Stryke.Web.Views;

namespace Stryke.Web.Specs.Compiler.Views;

/// <summary>A compiled app of templates, to be rendered from.</summary>
internal sealed class ViewAssembly(Assembly assembly)
{
    public Template Template { get; } = (Template)Activator.CreateInstance(assembly.GetType("Blog.AppTemplate", throwOnError: true)!)!;

    /// <summary>A type of the app, to make an argument of.</summary>
    public Type TypeOf(string name) => assembly.GetType(name, throwOnError: true)!;

    /// <summary>The view of that name (<c>Posts.Index</c>) with its arguments.</summary>
    public IView View(string name, params object?[] arguments)
    {
        string[] parts = name.Split('.');
        var type = assembly.GetType("Blog.Views" + string.Concat(parts[..^1].Select(part => "+" + part)), throwOnError: true)!;
        var factory = type.GetMethod(parts[^1], BindingFlags.Static | BindingFlags.NonPublic)!;
        return (IView)factory.Invoke(null, arguments)!;
    }

    /// <summary>The page without a layout.</summary>
    public string Render(string name, params object?[] arguments) => Page(null, name, arguments);

    /// <summary>The page in a layout.</summary>
    public string Page(string? layout, string name, params object?[] arguments)
    {
        var output = new ArrayBufferWriter<byte>();
        Template.RenderPage(View(name, arguments), layout, new FakeRequest(), output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
