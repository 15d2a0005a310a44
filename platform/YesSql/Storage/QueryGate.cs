using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace YesSql.Storage;

/// <summary>
/// Gives queries with the same words and values that run at the same time one answer, whoever asks: what the first one reads.
/// So a session may get what was read before it asked, and without its own writes; and when the first one gives up, all fail.
/// </summary>
internal sealed class QueryGate
{
    private readonly ConcurrentDictionary<string, Lazy<Task<object>>> _running = new(StringComparer.Ordinal);

    public Task<List<T>> AskAsync<T>(string words, Dictionary<string, object> values, Func<Task<IEnumerable<T>>> read) => AskAsync(KeyOf(words, values), read);

    /// <summary>Documents by their ids, which are not told apart by their collection.</summary>
    public Task<List<T>> AskAsync<T>(long[] ids, Func<Task<IEnumerable<T>>> read) => AskAsync("ids " + string.Join(' ', ids), read);

    private async Task<List<T>> AskAsync<T>(string key, Func<Task<IEnumerable<T>>> read)
    {
        var running = _running.GetOrAdd(key, _ => new Lazy<Task<object>>(async () => (await read()).ToList()));

        try
        {
            return (List<T>)await running.Value;
        }
        finally
        {
            _running.TryRemove(KeyValuePair.Create(key, running));
        }
    }

    private static string KeyOf(string words, Dictionary<string, object> values)
    {
        var key = new StringBuilder(words);

        foreach (var (name, value) in values.OrderBy(value => value.Key, StringComparer.Ordinal))
        {
            var text = value is DateTime date ? date.ToString("O", CultureInfo.InvariantCulture) : Convert.ToString(value, CultureInfo.InvariantCulture);
            key.Append(CultureInfo.InvariantCulture, $"\0{name} {value?.GetType()} {text}");
        }

        return key.ToString();
    }
}
