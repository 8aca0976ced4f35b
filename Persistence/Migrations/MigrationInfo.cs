namespace Stryke.Web.Persistence.Migrations;

/// <summary>A migration of the app.</summary>
/// <param name="Version">The time stamp that its file name starts with: <c>20260426120000</c>.</param>
/// <param name="Name">The name of its class: <c>CreatePosts</c>.</param>
/// <param name="Create">Makes one.</param>
public sealed record MigrationInfo(long Version, string Name, Func<Migration> Create);
