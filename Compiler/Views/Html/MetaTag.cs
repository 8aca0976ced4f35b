namespace Stryke.Web.Compiler.Views.Html;

/// <summary>
/// Whether a <c>meta</c> sends the browser to a URL: what its <c>content</c> means depends on its <c>http-equiv</c>, in either order.
/// </summary>
/// <param name="MayRefresh">Whether its <c>http-equiv</c> is or may be <c>refresh</c>.</param>
/// <param name="HoldsText">Whether a value was written into its <c>content</c> as text.</param>
/// <param name="HttpEquiv">What of its <c>http-equiv</c> went by.</param>
internal readonly record struct MetaTag(bool MayRefresh, bool HoldsText, string HttpEquiv)
{
    public static MetaTag None => new(false, false, "");

    /// <summary>Whether a value was taken for text that may be a URL.</summary>
    public bool IsUnsafe => MayRefresh && HoldsText;

    public MetaTag Next(char c) => this with { HttpEquiv = HttpEquiv + c };

    // A character reference could spell anything.
    public MetaTag End() =>
        this with
        {
            MayRefresh = MayRefresh || HttpEquiv.Trim() == "refresh" || HttpEquiv.IndexOf('&') >= 0,
            HttpEquiv = "",
        };

    public MetaTag Join(MetaTag other) => new(MayRefresh || other.MayRefresh, HoldsText || other.HoldsText, HttpEquiv);
}
