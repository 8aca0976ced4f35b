using Stryke.Web.Views;

namespace Stryke.Web.Specs.Views;

/// <summary>A request that pages are rendered for: at noon on a day in May, with a notice and a token.</summary>
internal sealed class FakeRequest : ViewRequest
{
    public override string Path => "/posts";

    public override string CsrfToken => "to<k>en";

    public override DateTime UtcNow => new(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc);

    public override string? Flash(string kind) => kind == "notice" ? "Saved & sound" : null;

    public override string AssetPath(string name) => $"/{name}?v=1";
}
