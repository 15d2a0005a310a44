using System.Data.Common;
using System.Linq.Expressions;
using Platform.Tests.Databases;
using Xunit;
using YesSql;
using YesSql.Services;

#pragma warning disable CA1304, CA1305, CA1309, CA1311, CA1847, CA1862, CA1866, MA0011 // the lambdas are what is tested

namespace Platform.Tests.YesSql;

/// <summary>Which lambdas become SQL, and what they find. People are told apart by their ages.</summary>
public abstract class LambdaContract<TDatabase> : YesSqlContract<TDatabase>
    where TDatabase : TestDatabase, new()
{
    private static readonly DateTime Born = new(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await StoreAllAsync(
            new Person { Age = 1, Name = "Anna", Score = 1, Active = true, Verified = true, Born = Born, Level = Level.Low, Nicknames = ["a", "b"] },
            new Person { Age = 2, Name = "Bert", Score = null, Active = false, Verified = false, Born = Born.AddYears(1), Level = Level.Middle },
            new Person { Age = 3, Name = "carl", Score = 3, Active = true, Verified = null, Born = Born.AddYears(2), Level = Level.High, Nicknames = ["c"] },
            new Person { Age = 4, Name = null, Score = 4, Active = false, Verified = null, Born = Born.AddYears(3), Level = Level.High },
            new Person { Age = 5, Name = "100%_a'\\", Score = 5, Active = false, Verified = null, Born = Born.AddYears(4), Level = Level.High });
    }

    [Fact]
    public async Task ComparisonsAndCombinations()
    {
        await FindsAsync(row => row.Age == 3, 3);
        await FindsAsync(row => row.Age != 3, 1, 2, 4, 5);
        await FindsAsync(row => row.Age < 3, 1, 2);
        await FindsAsync(row => row.Age <= 3, 1, 2, 3);
        await FindsAsync(row => row.Age > 3, 4, 5);
        await FindsAsync(row => row.Age >= 3, 3, 4, 5);
        await FindsAsync(row => 3 < row.Age, 4, 5);
        await FindsAsync(row => row.Age > 1 && row.Age < 4, 2, 3);
        await FindsAsync(row => row.Age == 1 || row.Age == 4, 1, 4);
        await FindsAsync(row => row.Age == 1 || (row.Age > 2 && row.Active), 1, 3);
        await FindsAsync(row => !(row.Age > 2), 1, 2);
        await FindsAsync(row => !(row.Age == 1 || row.Age == 2), 3, 4, 5);
        await FindsAsync(row => row.Active & row.Age > 1, 3);
        await FindsAsync(row => row.Active | row.Age > 4, 1, 3, 5);
        await FindsAsync(row => row.Id == 2, 2);
        await FindsAsync(_ => true, 1, 2, 3, 4, 5);
        await FindsAsync(_ => false);
    }

    [Fact]
    public async Task BooleansEnumsAndDates()
    {
        var born = Born.AddYears(1);
        var level = Level.Middle;

        await FindsAsync(row => row.Active, 1, 3);
        await FindsAsync(row => !row.Active, 2, 4, 5);
        await FindsAsync(row => row.Active == false, 2, 4, 5);
        await FindsAsync(row => row.Verified == true, 1);
        await FindsAsync(row => row.Verified == false, 2);
        await FindsAsync(row => row.Active == row.Age > 2, 2, 3);
        await FindsAsync(row => row.Level == Level.High, 3, 4, 5);
        await FindsAsync(row => row.Level == level, 2);
        await FindsAsync(row => row.Level > Level.Low, 2, 3, 4, 5);
        await FindsAsync(row => row.Level.IsIn(new[] { Level.Low, Level.Middle }), 1, 2);
        await FindsAsync(row => row.Born == born, 2);
        await FindsAsync(row => row.Born > born.AddYears(1), 4, 5);
        await FindsAsync(row => row.Born < new DateTime(2002, 1, 1), 1);
        await FindsAsync(row => row.Born > DateTime.UtcNow - TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task NullsAreAskedForWithIsNull()
    {
        string noName = null;
        int? noScore = null;

        await FindsAsync(row => row.Name == null, 4);
        await FindsAsync(row => row.Name != null, 1, 2, 3, 5);
        await FindsAsync(row => row.Name == noName, 4);
        await FindsAsync(row => noName == row.Name, 4);
        await FindsAsync(row => row.Score == null, 2);
        await FindsAsync(row => row.Score == noScore, 2);
        await FindsAsync(row => row.Verified == null, 3, 4, 5);

        // but a null fails every other comparison
        await FindsAsync(row => row.Name != "Anna", 2, 3, 5);
        await FindsAsync(row => !(row.Name == "Anna"), 2, 3, 5);
        await FindsAsync(row => row.Score >= noScore);
        await FindsAsync(row => row.Score == (int?)null);
    }

    [Fact]
    public async Task ArithmeticAndConcatenationOfColumns()
    {
        await FindsAsync(row => row.Age + 1 > 4, 4, 5);
        await FindsAsync(row => row.Age - 1 == 1, 2);
        await FindsAsync(row => row.Age * 2 + 1 == 7, 3);
        await FindsAsync(row => row.Age / 2 == 1, 2, 3);
        await FindsAsync(row => row.Age == row.Score, 1, 3, 4, 5);
        await FindsAsync(row => row.Name + "!" == "Anna!", 1);
        await FindsAsync(row => string.Concat(row.Name, "-", row.Name) == "Anna-Anna", 1);
    }

    [Fact]
    public async Task TextIsSoughtWithLikeAndItsWildcardsLeak()
    {
        await FindsAsync(row => row.Name.StartsWith("An"), 1);
        await FindsAsync(row => row.Name.StartsWith('B'), 2);
        await FindsAsync(row => row.Name.EndsWith("rl"), 3);
        await FindsAsync(row => row.Name.Contains("er"), 2);
        await FindsAsync(row => row.Name.Contains('r'), 2, 3);
        await FindsAsync(row => !row.Name.Contains("r"), 1, 5);
        await FindsAsync(row => row.Name.Contains("'"), 5);
        await FindsAsync(row => row.Name.Contains(""), 1, 2, 3, 5);

        await FindsAsync(row => row.Name.StartsWith("_"), 1, 2, 3, 5);
        await FindsAsync(row => row.Name.Contains("%"), 1, 2, 3, 5);
    }

    [Fact]
    public async Task CaseIsIgnoredOnSqliteAndKeptOnPostgres()
    {
        await FindsAsync(row => row.Name == "anna", IsPostgres ? [] : [1]);
        await FindsAsync(row => row.Name.StartsWith("AN"), IsPostgres ? [] : [1]);
        await FindsAsync(row => row.Name.IsIn(new[] { "ANNA", "CARL" }), IsPostgres ? [] : [1, 3]);
    }

    [Fact]
    public async Task ABackslashInALikeIsAnEscapeOnPostgresAlone()
    {
        await FindsAsync(row => row.Name.Contains("\\_"), IsPostgres ? [5] : []);
    }

    [Fact]
    public async Task ValuesMayComeInAnyCollection()
    {
        var ages = new List<int> { 1, 3 };
        var names = new[] { "Anna", "carl" };

        await FindsAsync(row => row.Age.IsIn(ages), 1, 3);
        await FindsAsync(row => row.Age.IsIn(ages.Where(age => age > 1)), 3);
        await FindsAsync(row => row.Age.IsIn(new HashSet<int>(ages)), 1, 3);
        await FindsAsync(row => !row.Age.IsIn(ages), 2, 4, 5);
        await FindsAsync(row => row.Name.IsIn(names), 1, 3);
        await FindsAsync(row => !row.Name.IsIn(names), 2, 5);
        await FindsAsync(row => row.Age.IsIn(Array.Empty<int>()));
        await FindsAsync(row => row.Name.IsIn(new[] { "Anna", null }), 1);
        await FindsAsync(row => row.Age.IsIn(Enumerable.Range(0, 1500)), 1, 2, 3, 4, 5);
    }

    [Fact]
    public void WhatHasNoSqlIsAnArgumentException()
    {
        Fails<ArgumentException>(row => row.Name.ToUpper() == "ANNA");
        Fails<ArgumentException>(row => row.Name.Trim() == "Anna");
        Fails<ArgumentException>(row => row.Name.Equals("Anna"));
        Fails<ArgumentException>(row => string.Equals(row.Name, "Anna"));
        Fails<ArgumentException>(row => string.IsNullOrEmpty(row.Name));
        Fails<ArgumentException>(row => row.Name.StartsWith("A", StringComparison.OrdinalIgnoreCase));
        Fails<ArgumentException>(row => row.Name.Contains("A", StringComparison.Ordinal));
        Fails<ArgumentException>(row => row.Age.ToString() == "1");
        Fails<ArgumentException>(row => row.Age.Equals(1));
        Fails<ArgumentException>(row => string.Compare(row.Name, "A") > 0);
        Fails<ArgumentException>(row => row.Active ^ row.Age > 3);
        Fails<ArgumentException>(row => (bool)row.Verified);
        Fails<ArgumentException>(row => row.Active ? row.Age == 1 : row.Age == 2);
    }

    [Fact]
    public void WhatIsComputedFromARowIsAnInvalidOperation()
    {
        var ages = new List<int> { 1 };

        Fails<InvalidOperationException>(row => ages.Contains(row.Age));
        Fails<InvalidOperationException>(row => "Anna".Contains(row.Name));
        Fails<InvalidOperationException>(row => (row.Name ?? "x") == "x");
        Fails<InvalidOperationException>(row => (row.Active ? 1 : 2) == 1);
        Fails<InvalidOperationException>(row => -row.Age == -3);
        Fails<InvalidOperationException>(row => row.Age % 2 == 0);
        Fails<InvalidOperationException>(row => $"{row.Name}!" == "Anna!");
    }

    [Fact]
    public void AnArrayThatContainsAColumnIsNotSupported()
    {
        var ages = new[] { 1, 2 };

        Fails<NotSupportedException>(row => ages.Contains(row.Age));
    }

    [Fact]
    public void TextToBeFoundMustNotBeNull()
    {
        string text = null;

        Fails<NullReferenceException>(row => row.Name.Contains(text));
    }

    [Fact]
    public void OutsideOfAQueryTheConditionIsFalse() => Assert.False(1.IsIn(new[] { 1 }));

    [Fact]
    public async Task AMemberOfAColumnIsTakenForAColumn()
    {
        foreach (var predicate in (Expression<Func<PersonIndex, bool>>[])
            [row => row.Score.HasValue, row => row.Score.Value == 3, row => row.Name.Length == 4, row => row.Born.Year == 2001])
        {
            await using var session = Store.CreateSession();
            await Assert.ThrowsAnyAsync<DbException>(() => session.QueryIndex(predicate).ListAsync());
        }
    }

    private async Task FindsAsync(Expression<Func<PersonIndex, bool>> predicate, params int[] ages)
    {
        await using var session = Store.CreateSession();
        var rows = await session.QueryIndex(predicate).ListAsync();
        Assert.Equal(ages, rows.Select(row => row.Age).Order());
    }

    private void Fails<TException>(Expression<Func<PersonIndex, bool>> predicate)
        where TException : Exception
    {
        using var session = Store.CreateSession();
        Assert.Throws<TException>(() => session.QueryIndex(predicate));
    }
}
