using System.Security.Cryptography;
using System.Text;
using Stryke.Web.Http;

namespace Stryke.Web.Controllers;

public abstract partial class Controller
{
    private string? _etag;
    private DateTimeOffset? _lastModified;

    /// <summary>
    /// Says what the page depends on. When the client has it already (<c>If-None-Match</c>, <c>If-Modified-Since</c>), gives the 304 that
    /// says so; otherwise null, and the page goes out with both validators:
    /// <code>return FreshWhen(lastModified: post.UpdatedAt) ?? Views.Posts.Show(post);</code>
    /// </summary>
    /// <param name="etag">Any text that changes when the page does; its hash is sent, as a weak tag.</param>
    /// <param name="lastModified">When the page last changed; sent in whole seconds.</param>
    protected Result? FreshWhen(string? etag = null, DateTimeOffset? lastModified = null)
    {
        _etag = etag is null ? null : $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(etag)).AsSpan(0, 16))}\"";
        _lastModified = lastModified;
        return HttpVerbs.IsSafe(Request.Verb) && IsFresh() ? Result.Empty(304) : null;
    }

    /// <summary>The validators that <see cref="FreshWhen"/> left; written with the answer, whatever thread they came from.</summary>
    private void WriteValidators()
    {
        if (_etag is not null)
            Response.SetHeader("ETag", _etag);
        if (_lastModified is { } time)
            Response.SetHeader("Last-Modified", HttpDate.Format(time));
    }

    // RFC 9110 §13.2.2: where the client sends tags, its date is not looked at.
    private bool IsFresh()
    {
        if (Request.Headers.TryGet("If-None-Match"u8, out var tags))
            return _etag is not null && EntityTags.Has(tags, Encoding.ASCII.GetBytes(_etag));
        return _lastModified is { } time
            && Request.Headers.TryGet("If-Modified-Since"u8, out var since)
            && HttpDate.TryParse(since, out var known)
            && time.ToUnixTimeSeconds() <= known.ToUnixTimeSeconds();
    }
}
