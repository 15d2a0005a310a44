using YesSql;

namespace OrchardCore.Customers.Shared.Sql;

/// <summary>Finds customers by their first phone number, which <see cref="CustomerIndex.Phones"/> begins with: one range of its index.</summary>
internal static class FirstPhone
{
    private const string FromParameter = "phoneFrom";

    private const string ToParameter = "phoneTo";

    /// <summary>Keeps the customers whose first number has just these digits. A space follows where there is a second one; the character after that ends the range.</summary>
    public static void WhereFirstPhoneIs<T>(this IQuery<T, CustomerIndex> query, string digits)
        where T : class
        => query
            .Where(dialect =>
            {
                var column = dialect.QuoteForColumnName(nameof(CustomerIndex.Phones));

                return $"({column} >= @{FromParameter} and {column} < @{ToParameter})";
            })
            .WithParameter(FromParameter, $" {digits}")
            .WithParameter(ToParameter, $" {digits}!");
}
