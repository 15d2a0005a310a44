using System.Linq.Expressions;
using YesSql.Indexes;
using YesSql.Storage;

namespace YesSql.Querying;

internal class DocumentQuery<T>(Session session, QueryState state) : IQuery<T> where T : class
{
    protected QueryState State => state;

    public IQuery<T, TIndex> With<TIndex>() where TIndex : class, IIndex
    {
        state.Join(typeof(TIndex));
        return new DocumentQuery<T, TIndex>(session, state);
    }

    public IQuery<T, TIndex> With<TIndex>(Expression<Func<TIndex, bool>> predicate) where TIndex : class, IIndex
        => With<TIndex>().Where(predicate);

    public IQuery<T> Skip(int count)
    {
        state.Skip = count;
        return this;
    }

    public IQuery<T> Take(int count)
    {
        state.Take = count;
        return this;
    }

    public IQuery<T> NoDuplicates()
    {
        state.AllowsDuplicates = true;
        return this;
    }

    public async Task<int> CountAsync(CancellationToken cancellationToken = default)
        => (await session.ListRowsAsync<int>(SelectSql.CountDocuments(state), state.Parameters, cancellationToken)).Single();

    public async Task<T> FirstOrDefaultAsync(CancellationToken cancellationToken = default)
        => (await ReadAsync(SelectSql.FirstDocument(state), cancellationToken)).FirstOrDefault();

    public async Task<IEnumerable<T>> ListAsync(CancellationToken cancellationToken = default)
        => await ReadAsync(SelectSql.ListDocuments(state), cancellationToken);

    private Task<List<T>> ReadAsync(string sql, CancellationToken cancellationToken)
    {
        if (state.IsSpent)
        {
            throw new InvalidOperationException("This query has given its documents before: make a new one.");
        }

        state.IsSpent = true;
        return session.ListDocumentsAsync<T>(sql, state.Parameters, state.Collection, cancellationToken);
    }
}

internal sealed class DocumentQuery<T, TIndex>(Session session, QueryState state) : DocumentQuery<T>(session, state), IQuery<T, TIndex>
    where T : class where TIndex : class, IIndex
{
    public IQuery<T, TIndex> Where(Func<ISqlDialect, string> sql) => With(() => State.Where(sql));

    public IQuery<T, TIndex> Where(Expression<Func<TIndex, bool>> predicate) => With(() => State.Where(predicate));

    public IQuery<T, TIndex> WithParameter(string name, object value) => With(() => State.WithParameter(name, value));

    public IQuery<T, TIndex> OrderBy(Expression<Func<TIndex, object>> keySelector)
        => With(() => State.OrderBy(keySelector, isDescending: false, isFirst: true));

    public IQuery<T, TIndex> OrderByDescending(Expression<Func<TIndex, object>> keySelector)
        => With(() => State.OrderBy(keySelector, isDescending: true, isFirst: true));

    public IQuery<T, TIndex> ThenBy(Expression<Func<TIndex, object>> keySelector)
        => With(() => State.OrderBy(keySelector, isDescending: false, isFirst: false));

    public IQuery<T, TIndex> ThenByDescending(Expression<Func<TIndex, object>> keySelector)
        => With(() => State.OrderBy(keySelector, isDescending: true, isFirst: false));

    private DocumentQuery<T, TIndex> With(Action change)
    {
        change();
        return this;
    }
}
