namespace Stryke.Web.Views;

/// <summary>
/// A view together with its arguments, ready to be written. The compiler makes one readonly struct per template
/// (<c>Views.Posts.Index(posts)</c>); nothing is rendered before <see cref="Render"/>.
/// </summary>
public interface IView
{
    /// <summary>Writes the view to the template's current output.</summary>
    /// <param name="template">The app's own template class, <c>AppTemplate</c>.</param>
    void Render(Template template);
}
