using System.Buffers.Text;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Stryke.Web.Security;
using Xunit;

namespace Stryke.Web.Specs.Security;

public sealed class MessageSealerSpec
{
    private const long Now = 1_800_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private static readonly KeyRing Ring = KeyRing.Ephemeral();
    private static readonly MessageSealer Sealer = Ring.Sealer("spec");

    [Fact]
    public void What_was_sealed_opens_to_the_same_bytes() =>
        Prop.ForAll<byte[]>(message => Sealer.Open(Sealer.Seal(message), Now)!.SequenceEqual(message)).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_flipped_bit_of_the_text_is_refused() =>
        Prop.ForAll<byte[], PositiveInt, int>(
                (message, at, bit) =>
                {
                    byte[] text = Encoding.ASCII.GetBytes(Sealer.Seal(message));
                    text[at.Get % text.Length] ^= (byte)(1 << (bit & 7));
                    return !Opens(text);
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_other_character_in_any_place_is_refused()
    {
        // The unused bits of the last character are where a tolerant decoder would let two texts mean the same.
        foreach (int length in new[] { 0, 1, 2, 3 })
        {
            byte[] text = Encoding.ASCII.GetBytes(Sealer.Seal(new byte[length]));
            for (int i = text.Length - 6; i < text.Length; i++)
            {
                byte genuine = text[i];
                foreach (char other in Alphabet)
                {
                    text[i] = (byte)other;
                    Assert.Equal(other == genuine, Opens(text));
                }

                text[i] = genuine;
            }
        }
    }

    [Fact]
    public void Any_flipped_bit_of_the_bytes_is_refused()
    {
        byte[] raw = Base64Url.DecodeFromChars(Sealer.Seal("message"u8));
        for (int bit = 0; bit < 8 * raw.Length; bit++)
        {
            raw[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Sealer.Open(Base64Url.EncodeToString(raw), Now));
            raw[bit / 8] ^= (byte)(1 << (bit % 8));
        }

        Assert.NotNull(Sealer.Open(Base64Url.EncodeToString(raw), Now));
    }

    [Fact]
    public void Anything_appended_or_cut_off_is_refused()
    {
        string text = Sealer.Seal("message"u8);
        for (int length = 0; length < text.Length; length++)
            Assert.Null(Sealer.Open(text[..length], Now));
        foreach (string? tail in new[] { "A", "AA", "AAAA", "=", "==", " ", "\n", "\0" })
            Assert.Null(Sealer.Open(text + tail, Now));
        Assert.Null(Sealer.Open(" " + text, Now));
    }

    [Fact]
    public void Arbitrary_text_is_refused() => Prop.ForAll<string>(text => Sealer.Open(text ?? "", Now) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void Arbitrary_bytes_in_base64url_are_refused() =>
        Prop.ForAll<byte[]>(bytes => Sealer.Open(Base64Url.EncodeToString(bytes), Now) is null).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_of_another_purpose_is_refused() =>
        Prop.ForAll<NonEmptyString>(purpose =>
                purpose.Get == "spec" || Ring.Sealer(purpose.Get).Open(Sealer.Seal("message"u8), Now) is null
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_is_refused_from_the_second_of_its_expiry_on()
    {
        string text = Sealer.Seal("message"u8, expiresAt: Now);

        Assert.NotNull(Sealer.Open(text, Now - 1));
        Assert.Null(Sealer.Open(text, Now));
        Assert.Null(Sealer.Open(text, Now + 1));
    }

    [Fact]
    public void The_expiry_is_told_when_it_opens()
    {
        byte[] text = Encoding.ASCII.GetBytes(Sealer.Seal("message"u8, Now + 60));
        byte[] message = new byte[MessageSealer.MaxMessageLength(text.Length)];

        Assert.True(Sealer.TryOpen(text, message, Now, out int length, out long expiresAt));
        Assert.Equal("message", Encoding.UTF8.GetString(message, 0, length));
        Assert.Equal(Now + 60, expiresAt);
    }

    [Fact]
    public void The_same_message_is_another_text_every_time() =>
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => Sealer.Seal("message"u8)).Distinct().Count());

    [Fact]
    public void The_text_does_not_show_the_message()
    {
        byte[] raw = Base64Url.DecodeFromChars(Sealer.Seal("a rather long message"u8));

        Assert.Equal(-1, raw.AsSpan().IndexOf("rather"u8));
    }

    [Fact]
    public void The_length_of_a_sealed_text_is_known_before() =>
        Prop.ForAll<byte[]>(message =>
                Sealer.Seal(message).Length == MessageSealer.SealedLength(message.Length)
                && MessageSealer.MaxMessageLength(MessageSealer.SealedLength(message.Length)) >= message.Length
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_destination_that_is_too_small_is_the_callers_mistake() =>
        Assert.Throws<ArgumentException>(() => Sealer.Seal("message"u8, new byte[10]));

    [Fact]
    public async Task Many_threads_may_seal_and_open_at_once()
    {
        var rounds = Enumerable
            .Range(0, 8)
            .Select(thread =>
                Task.Run(() =>
                {
                    for (int i = 0; i < 200; i++)
                    {
                        byte[] message = Encoding.UTF8.GetBytes($"{thread}/{i}");
                        if (!Sealer.Open(Sealer.Seal(message), Now)!.SequenceEqual(message))
                            return false;
                    }

                    return true;
                })
            );

        Assert.All(await Task.WhenAll(rounds), Assert.True);
    }

    [Fact]
    public void Sealing_and_opening_into_given_buffers_allocates_nothing()
    {
        var (message, text) = (new byte[200], new byte[MessageSealer.SealedLength(200)]);
        Round();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            Round();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Round()
        {
            Sealer.Seal(message, text);
            Assert.True(Sealer.TryOpen(text, message, Now, out _, out _));
        }
    }

    private static bool Opens(byte[] text) => Sealer.TryOpen(text, new byte[text.Length], Now, out _, out _);
}
