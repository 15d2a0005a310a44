using YesSql.Indexes;

namespace Platform.Tests.YesSql;

public enum Level
{
    Low,
    Middle,
    High,
}

public class Person
{
    public long Id { get; set; }

    public string Name { get; set; }

    public int Age { get; set; }

    public int? Score { get; set; }

    public bool Active { get; set; }

    public bool? Verified { get; set; }

    public DateTime Born { get; set; } = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public Level Level { get; set; }

    public List<string> Nicknames { get; set; } = [];

    /// <summary>Goes into a unique column when it is set.</summary>
    public string Key { get; set; }
}

/// <summary>Keeps its version itself.</summary>
public class Account
{
    public long Id { get; set; }

    public long Version { get; set; }

    public string Owner { get; set; }
}

public class Note
{
    public string Text { get; set; }
}

public class Letter : Note
{
    public string To { get; set; }
}

public class PersonIndex : MapIndex
{
    public string Name { get; set; }

    public int Age { get; set; }

    public int? Score { get; set; }

    public bool Active { get; set; }

    public bool? Verified { get; set; }

    public DateTime Born { get; set; }

    public Level Level { get; set; }
}

public class NicknameIndex : MapIndex
{
    public string Nickname { get; set; }

    public int Position { get; set; }
}

public class KeyIndex : MapIndex
{
    public string Key { get; set; }
}

public class PersonIndexes : IndexProvider<Person>
{
    public override void Describe(DescribeContext<Person> context)
    {
        context.For<PersonIndex>().Map(person => new PersonIndex
        {
            Name = person.Name,
            Age = person.Age,
            Score = person.Score,
            Active = person.Active,
            Verified = person.Verified,
            Born = person.Born,
            Level = person.Level,
        });
        context.For<NicknameIndex>().Map(person => person.Nicknames.Select((nickname, position) => new NicknameIndex
        {
            Nickname = nickname,
            Position = position,
        }));
        context.For<KeyIndex>().When(person => person.Key is not null).Map(person => new KeyIndex { Key = person.Key });
    }
}

/// <summary>An index provider written where it is used.</summary>
public sealed class Indexes<T>(Action<DescribeContext<T>> describe) : IndexProvider<T>
{
    public override void Describe(DescribeContext<T> context) => describe(context);
}
