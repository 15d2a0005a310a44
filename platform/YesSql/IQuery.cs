using System.Linq.Expressions;
using YesSql.Indexes;

namespace YesSql;

public interface IQuery
{
    /// <summary>Documents; with <paramref name="filterType"/> only those of exactly this type.</summary>
    IQuery<T> For<T>(bool filterType = true) where T : class;

    IQueryIndex<T> ForIndex<T>() where T : class, IIndex;
}

/// <summary>A query for documents. Every call changes the query itself, and it can be listed once.</summary>
public interface IQuery<T> where T : class
{
    /// <summary>Joins an index; further conditions and orders are about its columns.</summary>
    IQuery<T, TIndex> With<TIndex>() where TIndex : class, IIndex;

    IQuery<T, TIndex> With<TIndex>(Expression<Func<TIndex, bool>> predicate) where TIndex : class, IIndex;

    IQuery<T> Skip(int count);

    IQuery<T> Take(int count);

    Task<T> FirstOrDefaultAsync(CancellationToken cancellationToken = default);

    Task<IEnumerable<T>> ListAsync(CancellationToken cancellationToken = default);

    /// <summary>How many documents match, whatever was skipped or taken.</summary>
    Task<int> CountAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Says that no document matches twice, so that the database needn't group all of them before it gives the first.
    /// </summary>
    IQuery<T> NoDuplicates();
}

public interface IQuery<T, TIndex> : IQuery<T> where T : class where TIndex : IIndex
{
    IQuery<T, TIndex> Where(Func<ISqlDialect, string> sql);

    IQuery<T, TIndex> Where(Expression<Func<TIndex, bool>> predicate);

    IQuery<T, TIndex> WithParameter(string name, object value);

    IQuery<T, TIndex> OrderBy(Expression<Func<TIndex, object>> keySelector);

    IQuery<T, TIndex> OrderByDescending(Expression<Func<TIndex, object>> keySelector);

    IQuery<T, TIndex> ThenBy(Expression<Func<TIndex, object>> keySelector);

    IQuery<T, TIndex> ThenByDescending(Expression<Func<TIndex, object>> keySelector);
}

/// <summary>A query for the rows of an index, without their documents.</summary>
public interface IQueryIndex<T> where T : IIndex
{
    IQueryIndex<T> Where(Func<ISqlDialect, string> sql);

    IQueryIndex<T> Where(Expression<Func<T, bool>> predicate);

    IQueryIndex<T> WithParameter(string name, object value);

    IQueryIndex<T> OrderBy(Expression<Func<T, object>> keySelector);

    IQueryIndex<T> OrderByDescending(Expression<Func<T, object>> keySelector);

    IQueryIndex<T> ThenBy(Expression<Func<T, object>> keySelector);

    IQueryIndex<T> ThenByDescending(Expression<Func<T, object>> keySelector);

    IQueryIndex<T> Skip(int count);

    IQueryIndex<T> Take(int count);

    Task<T> FirstOrDefaultAsync(CancellationToken cancellationToken = default);

    Task<IEnumerable<T>> ListAsync(CancellationToken cancellationToken = default);

    Task<int> CountAsync(CancellationToken cancellationToken = default);
}
