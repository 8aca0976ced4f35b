using System.Buffers.Text;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Security;
using Xunit;

namespace Stryke.Web.Specs.Security;

public sealed class MessageSignerSpec
{
    private const long Now = 1_800_000_000;

    private static readonly KeyRing Ring = KeyRing.Ephemeral();
    private static readonly MessageSigner Signer = Ring.Signer("spec");

    [Fact]
    public void What_was_signed_verifies_to_the_same_bytes() =>
        Prop.ForAll<byte[]>(message => Signer.Verify(Signer.Sign(message), Now)!.SequenceEqual(message)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_flipped_bit_of_the_text_is_refused() =>
        Prop.ForAll<byte[], PositiveInt, int>(
                (message, at, bit) =>
                {
                    byte[] text = Encoding.ASCII.GetBytes(Signer.Sign(message));
                    text[at.Get % text.Length] ^= (byte)(1 << (bit & 7));
                    return Signer.Verify(Encoding.Latin1.GetString(text), Now) is null;
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_flipped_bit_of_the_bytes_is_refused()
    {
        byte[] raw = Base64Url.DecodeFromChars(Signer.Sign("message"u8));
        for (int bit = 0; bit < 8 * raw.Length; bit++)
        {
            raw[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Signer.Verify(Base64Url.EncodeToString(raw), Now));
            raw[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.NotNull(Signer.Verify(Base64Url.EncodeToString(raw), Now));
    }

    [Fact]
    public void A_text_of_another_purpose_or_ring_is_refused()
    {
        string text = Signer.Sign("message"u8);

        Assert.Null(Ring.Signer("other").Verify(text, Now));
        Assert.Null(KeyRing.Ephemeral().Signer("spec").Verify(text, Now));
    }

    [Fact]
    public void A_text_is_refused_from_the_second_of_its_expiry_on()
    {
        string text = Signer.Sign("message"u8, expiresAt: Now);

        Assert.NotNull(Signer.Verify(text, Now - 1));
        Assert.Null(Signer.Verify(text, Now));
    }

    [Fact]
    public void Anything_appended_or_cut_off_is_refused()
    {
        string text = Signer.Sign("message"u8);
        for (int length = 0; length < text.Length; length++)
            Assert.Null(Signer.Verify(text[..length], Now));
        foreach (string? tail in new[] { "A", "AAAA", "=", " " })
            Assert.Null(Signer.Verify(text + tail, Now));
    }

    [Fact]
    public void Everybody_can_read_a_signed_message() =>
        Assert.NotEqual(-1, Base64Url.DecodeFromChars(Signer.Sign("readable"u8)).AsSpan().IndexOf("readable"u8));

    [Fact]
    public void A_sealed_text_does_not_pass_as_a_signed_one() => Assert.Null(Signer.Verify(Ring.Sealer("spec").Seal("message"u8), Now));
}
