using System.Buffers;

namespace Stryke.Web.Views;

/// <summary>
/// What every view of an app has in scope: its output, its title, the helpers. The compiler derives <c>AppTemplate</c> of it and adds one
/// method for each template of <c>app/views</c>. Each core has one and uses it for page after page; it belongs to one thread.
/// </summary>
public abstract partial class Template
{
    /// <summary>The layout that a page gets when its controller says nothing: <c>app/views/layouts/application.html.erb</c>.</summary>
    public const string DefaultLayout = "application";

    private readonly PageBuffer _body = new();
    private readonly PageBuffer _fragments = new();
    private readonly HtmlWriter _fragmentWriter;
    private readonly Slots _slots = new();
    private ViewRequest? _request;

    /// <summary>Makes a template with buffers of its own.</summary>
    protected Template()
    {
        Out = new HtmlWriter(this);
        _fragmentWriter = new HtmlWriter(this);
    }

    /// <summary>The page's title: a view sets it, its layout shows it.</summary>
    public string Title { get; set; } = "";

    /// <summary>What is known of the request that the page answers.</summary>
    /// <exception cref="InvalidOperationException">Nothing is being rendered.</exception>
    public ViewRequest Request => _request ?? throw new InvalidOperationException("Nothing is being rendered.");

    /// <summary>Where the page is written to.</summary>
    protected internal HtmlWriter Out { get; }

    /// <summary>
    /// Renders a whole page: the view first, aside, so that the layout can show its title and its <c>ContentFor</c> blocks;
    /// then the layout into <paramref name="output"/>, which takes the view in at <c>Yield()</c>.
    /// </summary>
    /// <typeparam name="TView">The generated struct of the view, or <see cref="IView"/>.</typeparam>
    /// <param name="view">The view with its arguments.</param>
    /// <param name="layout">The layout's name, or null for none. An app without <see cref="DefaultLayout"/> gets its pages bare.</param>
    /// <param name="request">What the page may know of the request.</param>
    /// <param name="output">
    /// Takes the page in UTF-8. When the view throws it has been given nothing; when the layout throws, a part.
    /// </param>
    /// <exception cref="InvalidOperationException">There is no such layout, or the template is in the middle of another page.</exception>
    public void RenderPage<TView>(TView view, string? layout, ViewRequest request, IBufferWriter<byte> output)
        where TView : IView
    {
        if (_request is not null)
            throw new InvalidOperationException("This template is rendering another page.");
        _request = request;
        try
        {
            Out.Redirect(layout is null ? output : _body);
            view.Render(this);
            if (layout is not null)
            {
                Out.Redirect(output);
                RenderAround(layout);
            }
            Out.Flush();
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Writes the layout of that name around <c>Yield()</c>. The compiler implements it.</summary>
    /// <param name="name">The path below <c>app/views/layouts</c> without the extension.</param>
    /// <returns>Whether there is such a layout; when not, nothing was written.</returns>
    protected abstract bool RenderLayout(string name);

    private void RenderAround(string layout)
    {
        if (RenderLayout(layout))
            return;
        if (layout != DefaultLayout)
        {
            throw new InvalidOperationException($"There is no layout \"{layout}\": app/views/layouts/{layout}.html.erb is missing.");
        }
        Out.Literal(_body.Written);
    }

    private void Reset()
    {
        Out.Abandon();
        _fragmentWriter.Abandon();
        _body.Reset();
        _fragments.Reset();
        _slots.Reset();
        _views.Clear();
        _request = null;
        Title = "";
    }

    /// <summary>Starts markup that a helper makes; write it to the result, then call <see cref="EndFragment"/>.</summary>
    internal HtmlWriter BeginFragment(out int start)
    {
        _fragmentWriter.Redirect(_fragments);
        start = _fragments.Length;
        return _fragmentWriter;
    }

    internal Html EndFragment(int start)
    {
        _fragmentWriter.Flush();
        return new Html(_fragments, start);
    }
}
