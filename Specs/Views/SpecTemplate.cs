using System.Buffers;
using System.Text;
using Stryke.Web.Views;

namespace Stryke.Web.Specs.Views;

/// <summary>A template as the compiler would write it, with its one view and one layout given as code.</summary>
internal sealed class SpecTemplate : Template
{
    private Action<SpecTemplate> _view = _ => { };
    private Action<SpecTemplate>? _layout;

    public static string Render(Action<SpecTemplate> view) => new SpecTemplate().Page(view, null);

    /// <summary>What a helper returns, as text would show it.</summary>
    public static string Show(Func<SpecTemplate, Html> helper) => Render(t => t.Out.Text(helper(t)));

    public string Page(Action<SpecTemplate> view, Action<SpecTemplate>? layout, string name = DefaultLayout)
    {
        var output = new ArrayBufferWriter<byte>();
        Page(view, layout, output, layout is null ? null : name);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    public void Page(Action<SpecTemplate> view, Action<SpecTemplate>? layout, IBufferWriter<byte> output, string? name)
    {
        (_view, _layout) = (view, layout);
        RenderPage(new View(), name, new FakeRequest(), output);
    }

    public new HtmlWriter Out => base.Out;

    public new Html Yield() => base.Yield();

    public new Html Yield(string name) => base.Yield(name);

    public new bool HasContent(string name) => base.HasContent(name);

    public new ContentScope ContentFor(string name) => base.ContentFor(name);

    public new string? Flash(string kind) => base.Flash(kind);

    public new Html LinkTo(
        string text,
        string path,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => base.LinkTo(text, path, @class, attributes);

    public new Html LinkTo(
        Html content,
        string path,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => base.LinkTo(content, path, @class, attributes);

    public new Html ButtonTo(
        string text,
        string path,
        string method = "post",
        string? confirm = null,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => base.ButtonTo(text, path, method, confirm, @class, attributes);

    public new Html MailTo(string address, string? text = null, string? @class = null) => base.MailTo(address, text, @class);

    public new bool IsCurrent(string path) => base.IsCurrent(path);

    public new Html StylesheetLink(string name) => base.StylesheetLink(name);

    public new Html ScriptLink(string name) => base.ScriptLink(name);

    public new Html ImageTag(
        string name,
        string alt,
        string? @class = null,
        ReadOnlySpan<(string Name, string? Value)> attributes = default
    ) => base.ImageTag(name, alt, @class, attributes);

    public new Html CsrfField() => base.CsrfField();

    public new Html CsrfMetaTags() => base.CsrfMetaTags();

    public new Html TimeAgo(DateTime time) => base.TimeAgo(time);

    public new Html SimpleFormat(string? text) => base.SimpleFormat(text);

    public static string ClassesOf(params ReadOnlySpan<(string Name, bool Applies)> classes) => Classes(classes);

    public void Form(string path, string method, string content)
    {
        using (FormTag(path, method))
            Out.Text(content);
    }

    protected override bool RenderLayout(string name)
    {
        if (_layout is null || name != DefaultLayout)
            return false;
        _layout(this);
        return true;
    }

    private readonly struct View : IView
    {
        public void Render(Template template) => ((SpecTemplate)template)._view((SpecTemplate)template);
    }
}
