using Stryke.Web.Security;
using Xunit;

namespace Stryke.Web.Specs.Security;

public sealed class KeyRingSpec
{
    private const long Now = 1_800_000_000;

    [Fact]
    public void A_new_master_key_is_43_characters_of_base64url_and_another_every_time()
    {
        string key = KeyRing.NewMasterKey();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", key);
        Assert.NotEqual(key, KeyRing.NewMasterKey());
        KeyRing.FromMasterKey(key);
    }

    [Fact]
    public void White_space_around_a_key_that_was_read_from_a_file_does_no_harm()
    {
        string key = KeyRing.NewMasterKey();

        string text = KeyRing.FromMasterKey($" {key}\n").Sealer("a").Seal("x"u8);

        Assert.Equal("x"u8.ToArray(), KeyRing.FromMasterKey(key).Sealer("a").Open(text, Now));
    }

    [Theory]
    [InlineData("", "is empty")]
    [InlineData("   ", "is empty")]
    [InlineData("short", "it has 5 characters")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", "not all of them are base64url")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+", "not all of them are base64url")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "it has 48 characters")]
    [InlineData("ééééééééééééééééééééééééééééééééééééééééééé", "not all of them are base64url")]
    public void A_malformed_master_key_is_refused_with_what_was_expected_and_how_to_make_one(string key, string expected)
    {
        var refusal = Assert.Throws<MasterKeyException>(() => KeyRing.FromMasterKey(key, source: "STRYKE_MASTER_KEY"));

        Assert.StartsWith("STRYKE_MASTER_KEY ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("`secrets key`", refusal.Message, StringComparison.Ordinal);
        if (key.Trim().Length > 0)
            Assert.DoesNotContain(key, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_malformed_master_key_of_any_length_is_refused_the_same_way() =>
        Assert.Throws<MasterKeyException>(() => KeyRing.FromMasterKey(new string('A', 10_000)));

    [Fact]
    public void A_malformed_retired_key_is_named_by_its_place()
    {
        var refusal = Assert.Throws<MasterKeyException>(() =>
            KeyRing.FromMasterKey(KeyRing.NewMasterKey(), [KeyRing.NewMasterKey(), "nonsense"])
        );

        Assert.Contains("retired key 2", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_retired_key_opens_and_verifies_what_it_made_and_makes_nothing_new()
    {
        var (former, current) = (KeyRing.NewMasterKey(), KeyRing.NewMasterKey());
        var before = KeyRing.FromMasterKey(former);
        var after = KeyRing.FromMasterKey(current, [former]);

        Assert.NotNull(after.Sealer("a").Open(before.Sealer("a").Seal("x"u8), Now));
        Assert.NotNull(after.Signer("a").Verify(before.Signer("a").Sign("x"u8), Now));
        Assert.Null(before.Sealer("a").Open(after.Sealer("a").Seal("x"u8), Now));
        Assert.Null(before.Signer("a").Verify(after.Signer("a").Sign("x"u8), Now));
    }

    [Fact]
    public void A_key_that_was_dropped_from_the_ring_opens_nothing()
    {
        string former = KeyRing.Ephemeral().Sealer("a").Seal("x"u8);

        Assert.Null(KeyRing.Ephemeral().Sealer("a").Open(former, Now));
    }

    [Fact]
    public void The_current_key_named_as_retired_too_counts_once()
    {
        string key = KeyRing.NewMasterKey();
        var ring = KeyRing.FromMasterKey(key, [key]);

        Assert.NotNull(ring.Sealer("a").Open(ring.Sealer("a").Seal("x"u8), Now));
    }

    [Fact]
    public void One_purpose_has_one_sealer_and_one_signer()
    {
        var ring = KeyRing.Ephemeral();

        Assert.Same(ring.Sealer("a"), ring.Sealer("a"));
        Assert.Same(ring.Signer("a"), ring.Signer("a"));
        Assert.NotSame(ring.Sealer("a"), ring.Sealer("b"));
    }
}
