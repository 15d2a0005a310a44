using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OrchardCore.Customers.Bench.Data;

/// <summary>
/// Made-up customers: the same row is the same customer on every machine. Surnames are skewed as in life, five
/// countries, one row in a hundred has umlauts or accents, one in three a company, one in ten is inactive.
/// </summary>
internal static class CustomerData
{
    /// <summary>A surname that many have, or their company; about one row in twelve.</summary>
    public const string CommonName = "schneider";

    /// <summary>A surname that one row in ten thousand has.</summary>
    public const string RareName = "quastenflosser";

    /// <summary>A surname that nobody has.</summary>
    public const string AbsentName = "schneiderquast";

    private const int RowsPerRareName = 10_000;
    private const int RowsPerAccent = 100;

    private static readonly DateTime Epoch = new(2023, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Accented = ["Müller", "Böhm", "Sørensen", "Gómez", "Lefèvre", "Grünwald", "Ångström", "Weiß"];

    private static readonly string[] Genders = ["Female", "Male", "Other"];

    private static readonly Country[] Countries =
    [
        new("+49 30", "de", ["Anna", "Jonas", "Lena", "Paul", "Marie", "Felix"], ["Schmidt", "Schneider", "Fischer", "Weber", "Meyer", "Wagner", "Becker", "Hoffmann"]),
        new("+44 20", "uk", ["Oliver", "Amelia", "George", "Isla", "Harry", "Ava"], ["Smith", "Jones", "Taylor", "Brown", "Williams", "Wilson", "Davies", "Evans"]),
        new("+33 1", "fr", ["Louis", "Emma", "Gabriel", "Jade", "Arthur", "Louise"], ["Martin", "Bernard", "Dubois", "Thomas", "Robert", "Richard", "Petit", "Durand"]),
        new("+48 22", "pl", ["Antoni", "Zofia", "Jan", "Hanna", "Jakub", "Julia"], ["Nowak", "Kowalski", "Kaminski", "Lewandowski", "Zielinski", "Szymanski", "Wozniak", "Dabrowski"]),
        new("+34 91", "es", ["Hugo", "Lucia", "Mateo", "Sofia", "Martin", "Paula"], ["Garcia", "Rodriguez", "Gonzalez", "Fernandez", "Lopez", "Martinez", "Sanchez", "Perez"]),
    ];

    public static DateTime CreatedUtc(int row) => Epoch.AddMinutes(row).AddTicks(row % 1_000 * TimeSpan.TicksPerMillisecond);

    /// <summary>Fills the part of the customer of this row, counted from 1.</summary>
    public static void Fill(CustomerPart part, int row)
    {
#pragma warning disable CA5394 // Made-up names need no secure random numbers, but the same ones every time.
        var random = new Random(row);
        var country = Countries[Skewed(random, Countries.Length)];
        var surname = row % RowsPerRareName == 0 ? "Quastenflosser"
            : row % RowsPerAccent == 0 ? Accented[random.Next(Accented.Length)]
            : country.Surnames[Skewed(random, country.Surnames.Length)];

        part.FirstName = country.FirstNames[random.Next(country.FirstNames.Length)];
        part.MiddleName = random.Next(4) == 0 ? country.FirstNames[random.Next(country.FirstNames.Length)] : null;
        part.LastName = surname;
        part.Title = random.Next(20) == 0 ? "Dr." : null;
        part.Email = string.Create(CultureInfo.InvariantCulture, $"{part.FirstName.ToLowerInvariant()}.{row}@example.{country.Domain}");
        part.Phone = string.Create(CultureInfo.InvariantCulture, $"{country.Dial} {random.Next(100, 1000)} {random.Next(1000, 10000)}");
        part.Company = random.Next(3) == 0 ? string.Create(CultureInfo.InvariantCulture, $"{surname} & {country.Surnames[random.Next(country.Surnames.Length)]} {random.Next(1, 100)}") : null;
        part.DateOfBirth = new DateOnly(1940, 1, 1).AddDays(random.Next(24_000));
        part.Gender = Genders[random.Next(Genders.Length)];
        part.Status = random.Next(10) == 0 ? CustomerStatus.Inactive : CustomerStatus.Active;
#pragma warning restore CA5394
    }

    /// <summary>Adds what customers get in time: a site, a group, someone who manages them, a hold.</summary>
    /// <param name="group">The id of the group that one in ten belongs to.</param>
    public static void Complete(CustomerPart part, int row, string group)
    {
        part.CustomId = row % 2 == 0 ? string.Create(CultureInfo.InvariantCulture, $"ERP-{row:D7}") : null;
        part.PreferredSite = Countries[row % Countries.Length].Domain;
        part.ManagedBy = row % 3 == 0 ? ManagerOf(row) : null;
        part.Hold = row % 50 == 0 ? new CustomerHold { Reason = "Unpaid" } : null;
        part.Groups = row % 10 == 0 ? [group] : [];
    }

    /// <summary>One of twenty users.</summary>
    public static string ManagerOf(int row) => string.Create(CultureInfo.InvariantCulture, $"user{row / 3 % 20:D2}");

    /// <summary>A fingerprint of the rows 1 to <paramref name="rows"/>.</summary>
    public static string Hash(int rows)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

        for (var row = 1; row <= rows; row++)
        {
            var part = new CustomerPart();
            Fill(part, row);
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"{part.Title}|{part.FirstName}|{part.MiddleName}|{part.LastName}|{part.Email}|{part.Phone}|{part.Company}|{part.DateOfBirth:O}|{part.Gender}|{part.Status}|{CreatedUtc(row):O}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..16];
    }

    /// <summary>A number below the count, small ones more often.</summary>
    private static int Skewed(Random random, int count)
    {
#pragma warning disable CA5394
        var even = random.NextDouble();
#pragma warning restore CA5394

        return (int)(even * even * count);
    }

    private sealed record Country(string Dial, string Domain, string[] FirstNames, string[] Surnames);
}
