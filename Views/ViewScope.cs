using System.ComponentModel;

namespace Stryke.Web.Views;

/// <summary>A view while it is being written; disposing ends it. Only generated code has one.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct ViewScope
{
    private readonly ViewStack _views;

    internal ViewScope(ViewStack views) => _views = views;

    /// <summary>Ends the view.</summary>
    public void Dispose() => _views.Pop();
}
