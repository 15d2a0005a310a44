using System.Globalization;
using System.Linq.Expressions;
using YesSql.Dialects;

namespace YesSql.Querying;

/// <summary>What was asked of a query so far; lambdas are translated as they come, with the values of that moment.</summary>
internal sealed class QueryState
{
    private readonly IConfiguration _configuration;
    private readonly List<string> _conditions = [];
    private readonly List<Type> _joins = [];
    private readonly string _typeCondition;

    public QueryState(IConfiguration configuration, string collection, string documentType)
    {
        _configuration = configuration;
        Collection = collection;
        Dialect = configuration.Dialect();
        DocumentTable = configuration.DocumentTable(collection);

        if (documentType is not null)
        {
            Parameters["Type"] = documentType;
            _typeCondition = $"{DocumentTable}.{Column("Type")} = @Type";
        }
    }

    public string Collection { get; }

    public Dialect Dialect { get; }

    public string DocumentTable { get; }

    public Dictionary<string, object> Parameters { get; } = [];

    public List<(string Sql, bool IsDescending)> Orders { get; } = [];

    public bool AllowsDuplicates { get; set; }

    public int? Skip { get; set; }

    public int? Take { get; set; }

    /// <summary>Whether documents were read: the real thing makes broken SQL of such a query when it is used again.</summary>
    public bool IsSpent { get; set; }

    public bool HasJoins => _joins.Count > 0;

    public string DocumentId => $"{DocumentTable}.{Column("Id")}";

    /// <summary>The joins and conditions, as they follow FROM and the table.</summary>
    public string Joins => string.Concat(_joins.Select(
        index => $" INNER JOIN {IndexTable(index)} ON {Alias(index)}.{Column("DocumentId")} = {DocumentId}"));

    public string Conditions
    {
        get
        {
            // a condition in SQL that has an OR shows through when it stands alone
            var all = _conditions.Count > 1 ? $"({string.Join(" AND ", _conditions)})" : _conditions.SingleOrDefault();
            string[] parts = [.. new[] { _typeCondition, all }.Where(part => part is not null)];
            return parts.Length == 0 ? "" : " WHERE " + string.Join(" AND ", parts);
        }
    }

    public void Join(Type index)
    {
        if (!_joins.Contains(index))
        {
            _joins.Add(index);
        }
    }

    public void Where(LambdaExpression predicate) => _conditions.Add(new LambdaTranslator(this).Condition(predicate));

    public void Where(Func<ISqlDialect, string> sql) => _conditions.Add(sql(Dialect));

    public void OrderBy(LambdaExpression keySelector, bool isDescending, bool isFirst)
    {
        if (isFirst)
        {
            Orders.Clear();
        }

        Orders.Add((new LambdaTranslator(this).Key(keySelector), isDescending));
    }

    public void WithParameter(string name, object value) => Parameters[name.TrimStart('@')] = value;

    /// <summary>Keeps a value and returns how SQL calls it.</summary>
    public string AddParameter(object value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"p{Parameters.Count}");
        Parameters[name] = value;
        return "@" + name;
    }

    public string Column(string name) => Dialect.QuoteForColumnName(name);

    public string Alias(Type index) => Dialect.QuoteForAliasName($"{index.Name}_a1");

    /// <summary>The table of an index in the collection of this query, under its alias.</summary>
    public string IndexTable(Type index) => $"{_configuration.IndexTable(index, Collection)} AS {Alias(index)}";
}
