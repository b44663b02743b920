import { useRouter } from '@tarojs/taro';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { BindForm } from './parts/bind-form.tsx';
import { useSignIn } from './use-sign-in.ts';
import { accessWords } from '../../../words/access.ts';

/** The first page of a phone that is not signed in. Whoever is bound never sees more of it than a moment. */
export default function BindPage() {
  const { then, scene } = useRouter().params;
  const { state, look, bind } = useSignIn(then === undefined ? undefined : decodeURIComponent(then));
  return (
    <Page open>
      {state.at === 'looking' && <Loading />}
      {state.at === 'unreached' && <ErrorState refusal={state.refusal} onRetry={() => void look()} />}
      {state.at === 'choosing' && (
        <Card title={accessWords.whichCounty}>
          {state.counties.map(county => (
            <BigButton key={county.countyId} look="line" onTap={() => void look(county.countyId)}>
              {county.name}
            </BigButton>
          ))}
        </Card>
      )}
      {(state.at === 'unbound' || state.at === 'binding') && (
        <BindForm
          scanned={scene === undefined ? undefined : decodeURIComponent(scene)}
          busy={state.at === 'binding'}
          refusal={state.at === 'unbound' ? state.refusal : undefined}
          onBind={(invitation, phoneCode) => void bind(invitation, phoneCode)}
        />
      )}
    </Page>
  );
}
