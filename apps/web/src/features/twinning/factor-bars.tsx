import type { MatchFactorKind } from '../../generated/graphql.js';
import { useFormat } from '../../i18n/format.js';
import { useText } from '../../i18n/i18n.js';
import styles from './factor-bars.module.css';

interface Factor {
  kind: MatchFactorKind;
  score: number;
  weight: number;
  reason: string;
}

/**
 * Why a mentor fits, factor by factor. A bar is as long as the factor weighs and as full as the city scores in it:
 * all fillings together are the whole score.
 */
export function FactorBars({ factors }: { factors: readonly Factor[] }) {
  const text = useText();
  const { percent } = useFormat();
  const heaviest = Math.max(...factors.map(({ weight }) => weight), Number.EPSILON);
  const byWeight = [...factors].sort((a, b) => b.weight - a.weight);
  return (
    <ul className={styles['factors']} role="list">
      {byWeight.map(({ kind, score, weight, reason }) => (
        <li key={kind} className={styles['factor']}>
          <p className={styles['kind']}>{text(`factor.${kind}`)}</p>
          <p className={styles['reason']}>{reason}</p>
          <div
            className={styles['track']}
            role="img"
            aria-label={text('twinning.factorScore', { score: percent(score), weight: percent(weight) })}
          >
            <div className={styles['weight']} style={{ width: `${(100 * weight) / heaviest}%` }}>
              <div className={styles['fill']} style={{ width: `${100 * score}%` }} />
            </div>
          </div>
          <p className={styles['figures']} aria-hidden="true">
            {percent(score)} <span>× {percent(weight)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
