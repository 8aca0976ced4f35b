using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Middleware.Steps;
using Xunit;

namespace Stryke.Web.Specs.Middleware;

public sealed class CsrfTokenSpec
{
    private readonly string _secret = CsrfToken.NewSecret();

    [Fact]
    public void A_token_fits_its_secret_and_no_other()
    {
        string token = CsrfToken.Mask(_secret)!;

        Assert.True(CsrfToken.Fits(token, _secret));
        Assert.False(CsrfToken.Fits(token, CsrfToken.NewSecret()));
    }

    [Fact]
    public void Every_mask_is_another_text_of_86_characters()
    {
        var tokens = Enumerable.Range(0, 100).Select(_ => CsrfToken.Mask(_secret)!).ToList();

        Assert.Equal(100, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.Matches("^[A-Za-z0-9_-]{86}$", token));
        Assert.All(tokens, token => Assert.DoesNotContain(_secret, token, StringComparison.Ordinal));
    }

    [Fact]
    public void Arbitrary_text_fits_nothing() =>
        Prop.ForAll<string, string>(
                (token, secret) => !CsrfToken.Fits(token ?? "", _secret) && !CsrfToken.Fits(CsrfToken.Mask(_secret)!, secret ?? "")
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_token_with_a_byte_changed_does_not_fit() =>
        Prop.ForAll<PositiveInt, PositiveInt>(
                (at, change) =>
                {
                    byte[] raw = System.Buffers.Text.Base64Url.DecodeFromChars(CsrfToken.Mask(_secret));
                    byte difference = (byte)change.Get;
                    raw[at.Get % raw.Length] ^= difference;
                    return CsrfToken.Fits(System.Buffers.Text.Base64Url.EncodeToString(raw), _secret) == (difference == 0);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_secret_that_is_none_has_no_token() => Assert.Null(CsrfToken.Mask("something else"));
}
