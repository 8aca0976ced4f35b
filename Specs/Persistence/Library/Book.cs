namespace Stryke.Web.Specs.Library;

public sealed partial class Book : Model
{
    [Presence, Length(1, 200), Uniqueness(Scope = nameof(AuthorId))]
    public partial string Title { get; set; }

    [Length(Max = 500)]
    public partial string? Blurb { get; set; }
    public partial bool Lent { get; set; }

    [Numericality(GreaterThan = 0)]
    public partial int Pages { get; set; }

    [Inclusion(Shelf.Fiction, Shelf.Science, Shelf.Poetry)]
    public partial Shelf Shelf { get; set; }
    public partial decimal Price { get; set; }
    public partial long AuthorId { get; set; }
    public partial long? EditorId { get; set; }

    [BelongsTo]
    public partial Ref<Author> Author { get; }

    [BelongsTo]
    public partial Ref<Author?> Editor { get; }

    [HasMany(Dependent = Dependent.DeleteAll)]
    public partial Many<Review> Reviews { get; }

    /// <summary>What ran, in order.</summary>
    public List<string> Log { get; } = [];

    /// <summary>What the next callbacks do besides noting that they ran.</summary>
    [NotMapped]
    public Func<string, Task>? OnCallback { get; set; }

    [NotMapped]
    public bool RefuseSave { get; set; }

    [BeforeValidation]
    private void Trim()
    {
        Title = Title.Trim();
        Log.Add("BeforeValidation");
    }

    [Validate]
    private void NotLoud()
    {
        if (Title.Length > 1 && Title == Title.ToUpperInvariant() && Title.Any(char.IsLetter))
            Errors.Add(nameof(Title), "is too loud");
    }

    [BeforeSave]
    private bool MayBeSaved()
    {
        Log.Add("BeforeSave");
        return !RefuseSave;
    }

    [BeforeCreate]
    private void BeforeInsert() => Log.Add("BeforeCreate");

    [AfterCreate]
    private void AfterInsert() => Log.Add("AfterCreate");

    [BeforeUpdate]
    private void BeforeChange() => Log.Add("BeforeUpdate");

    [AfterUpdate]
    private void AfterChange() => Log.Add("AfterUpdate");

    [AfterSave]
    private async Task Saved()
    {
        Log.Add("AfterSave");
        if (OnCallback is not null)
            await OnCallback("AfterSave");
    }

    [BeforeDestroy]
    private void BeforeDelete() => Log.Add("BeforeDestroy");

    [AfterDestroy]
    private void AfterDelete() => Log.Add("AfterDestroy");
}
