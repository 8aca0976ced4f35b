using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Stryke.Web.Views;

/// <content>How deep views may call each other: a view that calls itself without an end costs its request, not the process.</content>
public abstract partial class Template
{
    /// <summary>How deep views may be nested unless it is set: enough for any tree that people read.</summary>
    public const int DefaultMaxDepth = 100;

    private readonly ViewStack _views = new();

    /// <summary>
    /// How many views may be written within each other, the page and its layout among them. Beyond, rendering fails with a
    /// <see cref="ViewDepthException"/>; also before that, when the thread has no stack left.
    /// </summary>
    public int MaxDepth { get; set; } = DefaultMaxDepth;

    /// <summary>Begins a view: the first thing that the code of each template does.</summary>
    /// <param name="file">The template: <c>app/views/posts/_post.html.erb</c>.</param>
    /// <exception cref="ViewDepthException">Too many views are being written within each other.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected ViewScope BeginView(string file)
    {
        if (_views.Count >= MaxDepth)
            throw ViewDepthException.OfLimit(MaxDepth, _views.ChainTo(file), file);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw ViewDepthException.OfStack(_views.Count, _views.ChainTo(file), file);
        _views.Push(file);
        return new ViewScope(_views);
    }

    /// <summary>Throws while there is still room to do so, before a view that no template stands for.</summary>
    internal void EnsureStack<TView>()
        where TView : IView
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack())
            return;
        string view = typeof(TView).Name;
        throw ViewDepthException.OfStack(_views.Count, _views.ChainTo(view), view);
    }
}
