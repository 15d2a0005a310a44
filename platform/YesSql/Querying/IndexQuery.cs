using System.Linq.Expressions;
using YesSql.Indexes;
using YesSql.Storage;

namespace YesSql.Querying;

internal sealed class IndexQuery<T>(Session session, QueryState state) : IQueryIndex<T> where T : class, IIndex
{
    public IQueryIndex<T> Where(Func<ISqlDialect, string> sql) => With(() => state.Where(sql));

    public IQueryIndex<T> Where(Expression<Func<T, bool>> predicate) => With(() => state.Where(predicate));

    public IQueryIndex<T> WithParameter(string name, object value) => With(() => state.WithParameter(name, value));

    public IQueryIndex<T> OrderBy(Expression<Func<T, object>> keySelector)
        => With(() => state.OrderBy(keySelector, isDescending: false, isFirst: true));

    public IQueryIndex<T> OrderByDescending(Expression<Func<T, object>> keySelector)
        => With(() => state.OrderBy(keySelector, isDescending: true, isFirst: true));

    public IQueryIndex<T> ThenBy(Expression<Func<T, object>> keySelector)
        => With(() => state.OrderBy(keySelector, isDescending: false, isFirst: false));

    public IQueryIndex<T> ThenByDescending(Expression<Func<T, object>> keySelector)
        => With(() => state.OrderBy(keySelector, isDescending: true, isFirst: false));

    public IQueryIndex<T> Skip(int count) => With(() => state.Skip = count);

    public IQueryIndex<T> Take(int count) => With(() => state.Take = count);

    public async Task<int> CountAsync(CancellationToken cancellationToken = default)
        => (await session.ListRowsAsync<int>(SelectSql.CountRows(state, typeof(T)), state.Parameters, cancellationToken)).Single();

    public async Task<T> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await ReadAsync(SelectSql.FirstRow(state, typeof(T)), cancellationToken)).FirstOrDefault();

    public async Task<IEnumerable<T>> ListAsync(CancellationToken cancellationToken = default)
        => await ReadAsync(SelectSql.ListRows(state, typeof(T)), cancellationToken);

    private Task<List<T>> ReadAsync(string sql, CancellationToken cancellationToken)
        => session.ListRowsAsync<T>(sql, state.Parameters, cancellationToken);

    private IndexQuery<T> With(Action change)
    {
        change();
        return this;
    }
}
