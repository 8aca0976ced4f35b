using Stryke.Web.Specs.Library;

// Library <database>: writes to a migrated database until it is killed. Each transaction makes an author and three of his books, and
// says the author's id on standard output once it counts.
using var database = Database.Open(new DatabaseOptions { Path = args[0] });
Database.Default = database;
for (int i = 0; ; i++)
{
    long id = 0;
    await database.Transaction(async () =>
    {
        var author = await Author.Create(new Author { Name = $"Author {i}" });
        for (int n = 1; n <= 3; n++)
        {
            await Book.Create(
                new Book
                {
                    Title = $"Book {n}",
                    Pages = n,
                    AuthorId = author.Id,
                }
            );
        }

        id = author.Id;
    });
    Console.WriteLine(id);
}
